import { Columns2 } from 'lucide-react';
import type { Container } from '@lib/model/container';
import type { Snapshot } from '@lib/model/snapshot';
import { refOf } from '@lib/model/container-ref';
import { possibleVantages } from '@lib/select/vantage';
import { HOST } from '@lib/model/host-word';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';

/** Chooses the container that this one is compared with. */
export function CompareChoice({
  snapshot,
  container,
}: {
  snapshot: Snapshot;
  container: Container;
}) {
  const { comparison } = useAllMessages();
  const select = useNsview((store) => store.select);
  const allStopped = useNsview((store) => store.viewState.allStopped);
  const own = refOf(snapshot, container);
  const others = possibleVantages(snapshot, allStopped).filter(
    (ref) => ref !== HOST && ref !== own,
  );
  if (others.length === 0) return null;
  return (
    <label
      title={comparison.how}
      className="flex w-fit max-w-full items-center gap-1.5 rounded-md border border-line px-2 py-1 text-sm text-text hover:bg-raised"
    >
      <Columns2 aria-hidden className="size-3.5 shrink-0" />
      <select
        aria-label={comparison.withWhom}
        value=""
        className="min-w-0 cursor-pointer appearance-none truncate bg-transparent"
        onChange={(event) => select({ kind: 'pair', refs: [own, event.target.value] })}
      >
        <option value="" disabled>
          {comparison.withWhom}
        </option>
        {others.map((ref) => (
          <option key={ref} value={ref} className="bg-surface">
            {ref}
          </option>
        ))}
      </select>
    </label>
  );
}
