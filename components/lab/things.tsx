import { namesIn } from '@lib/lab/left';
import type { LabThings } from '@lib/lab/state';
import { useAllMessages } from '../store/messages';

/** What lessons have made, kind by kind. */
export function Things({ left }: { left: LabThings }) {
  const { labPage } = useAllMessages();
  return (
    <ul className="my-2 list-disc pl-6">
      {namesIn(left).map(([kind, names]) => (
        <li key={kind} data-left={kind} className="break-words">
          {labPage.kind(kind, names)}
        </li>
      ))}
    </ul>
  );
}
