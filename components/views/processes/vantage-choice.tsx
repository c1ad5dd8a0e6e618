import { ChevronDown, Plus } from 'lucide-react';
import type { Snapshot } from '@lib/model/snapshot';
import { findContainer } from '@lib/model/container-ref';
import { possibleVantages } from '@lib/select/vantage';
import { HOST } from '@lib/model/host-word';
import { useAllMessages } from '../../store/messages';
import { useNsview } from '../../store/store';

/** The name of a pane's vantage, which opens the list of others to look from. */
export function ChangeVantage({
  snapshot,
  name,
  reference,
  shown,
  onChange,
}: {
  snapshot: Snapshot;
  name: string;
  reference: string;
  shown: readonly string[];
  onChange: (to: string) => void;
}) {
  const messages = useAllMessages();
  const allStopped = useNsview((store) => store.viewState.allStopped);
  const possible = possibleVantages(snapshot, allStopped);
  return (
    <span className="relative flex min-w-0 items-center">
      <select
        aria-label={messages.processes.change(name)}
        title={name}
        value={reference}
        onChange={(event) => onChange(event.target.value)}
        className="max-w-full min-w-0 cursor-pointer appearance-none truncate rounded bg-surface pr-5 text-[0.9375rem] font-semibold [field-sizing:content] hover:bg-raised"
      >
        {!possible.includes(reference) && (
          <option value={reference}>
            {findContainer(snapshot, reference) === null ? messages.processes.gone(name) : name}
          </option>
        )}
        {possible.map((ref) => (
          <option key={ref} value={ref} disabled={ref !== reference && shown.includes(ref)}>
            {ref === HOST ? messages.model.host : ref}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute right-0.5 size-3.5 text-dim"
      />
    </span>
  );
}

/** Opens one more pane. */
export function AddVantage({
  snapshot,
  shown,
  onAdd,
}: {
  snapshot: Snapshot;
  shown: readonly string[];
  onAdd: (ref: string) => void;
}) {
  const messages = useAllMessages();
  const allStopped = useNsview((store) => store.viewState.allStopped);
  const others = possibleVantages(snapshot, allStopped).filter((ref) => !shown.includes(ref));
  if (others.length === 0) return null;
  return (
    <span className="relative flex items-center">
      <Plus aria-hidden className="pointer-events-none absolute left-2.5 size-3.5 text-dim" />
      <select
        aria-label={messages.processes.add}
        value=""
        onChange={(event) => onAdd(event.target.value)}
        className="cursor-pointer appearance-none rounded-full border border-line bg-surface py-1 pr-3.5 pl-7.5 text-sm text-dim [field-sizing:content] hover:border-line-strong hover:text-text"
      >
        <option value="" disabled hidden>
          {messages.processes.add}
        </option>
        {others.map((ref) => (
          <option key={ref} value={ref}>
            {ref === HOST ? messages.model.host : ref}
          </option>
        ))}
      </select>
    </span>
  );
}
