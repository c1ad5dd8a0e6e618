import { TriangleAlert } from 'lucide-react';
import { useInside } from '@components/store/insides';
import { useAllMessages } from '@components/store/messages';
import { inShort } from '@lib/facts/in-short';
import type { Container } from '@lib/model/container';
import type { NamespaceId } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';

/** What a namespace of a container isolates, in a line, asked while one looks. */
export function InShort(props: { snapshot: Snapshot; container: Container; id: NamespaceId }) {
  const { snapshot, container, id } = props;
  const { inside } = useAllMessages();
  const asked = useInside(id);
  if (asked.is === 'asked') return null;
  if (asked.is === 'refused') {
    return <span className="text-warn">{inside.refused(asked.code)}</span>;
  }
  const { parts, warnings, unknown } = inShort(asked.answer, container, snapshot, inside);
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
