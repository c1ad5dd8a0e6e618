import { TriangleAlert } from 'lucide-react';
import { useInside } from '@components/store/insides';
import { useAllMessages } from '@components/store/messages';
import { inShort } from '@lib/facts/in-short';
import type { NamespaceId } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';

/** What a namespace isolates, in a line, asked while one looks. */
export function InShort({ snapshot, id }: { snapshot: Snapshot; id: NamespaceId }) {
  const messages = useAllMessages();
  const { inside } = messages;
  const asked = useInside(id);
  if (asked.is === 'asked') return null;
  if (asked.is === 'refused') {
    return <span className="text-warn">{inside.refused(asked.code)}</span>;
  }
  const { parts, warnings, unknown } = inShort(asked.answer, snapshot, messages);
  return (
    <>
      {parts.join(' · ')}
      {unknown !== null && (
        <span className="text-warn">
          {parts.length > 0 && ' · '}
          {inside.unknown(unknown)}
        </span>
      )}
      {warnings.map((warning) => (
        <span key={warning} className="flex gap-1.5 text-bad">
          <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {warning}
        </span>
      ))}
    </>
  );
}
