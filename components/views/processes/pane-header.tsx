import { X } from 'lucide-react';
import { stoppedAs } from '@lib/facts/blind';
import { containerKey, kernelName } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import { isStale } from '@lib/sharing/sharers';
import type { Vantage } from '@lib/select/vantage';
import { useSign } from '../../store/differences';
import { useAllMessages } from '../../store/messages';
import { DifferenceSign } from '../../ui/difference-sign';
import { useNsview } from '../../store/store';
import { ChangeVantage } from './vantage-choice';

interface PaneHeaderProps {
  snapshot: Snapshot;
  vantage: Vantage | null;
  name: string;
  reference: string;
  shown: readonly string[];
  /** Null for the host, and for a container that is not there, or does not run. */
  colour: string | null;
  /** How many processes are seen; null when that cannot be told. */
  count: number | null;
  /** How many of these filters leave out. */
  hidden: number;
  onChange: (to: string) => void;
  onRemove: (() => void) | null;
}

/** Whose eyes these are, in which PID namespace, and how much they see. */
export function PaneHeader(props: PaneHeaderProps) {
  const { snapshot, vantage, count, hidden } = props;
  const words = useAllMessages();
  const { processes: messages, filters } = words;
  const select = useNsview((store) => store.select);
  const id = vantage?.pidNamespace ?? null;
  // Of a moment that is compared with another.
  const sign = useSign(vantage?.container ? containerKey(vantage.container) : '');
  const all = count === snapshot.processes.length;
  const sees = count === null ? null : all ? messages.seesAll(count) : messages.sees(count);
  const ended = vantage?.container ? stoppedAs(vantage.container, words) : null;
  const stale = vantage?.container ? isStale(snapshot, vantage.container) : false;

  return (
    <header
      className={`relative flex flex-wrap content-start items-center justify-between gap-x-3 gap-y-0.5 border-b border-line py-2.5 pl-3.5 ${props.onRemove === null ? 'pr-3.5' : 'pr-9'}`}
    >
      <div className="flex min-w-0 items-center gap-2">
        <span
          aria-hidden
          className="size-2 shrink-0 rounded-full bg-line-strong"
          style={props.colour === null ? undefined : { background: props.colour }}
        />
        <ChangeVantage
          snapshot={snapshot}
          name={props.name}
          reference={props.reference}
          shown={props.shown}
          onChange={props.onChange}
        />
        {sign !== null && (
          <span title={sign.word}>
            <DifferenceSign difference={sign.difference} />
            <span className="sr-only">{sign.word}</span>
          </span>
        )}
        {stale && (
          <span
            title={messages.staleWhy}
            className="rounded border border-warn px-1.5 text-xs text-warn"
          >
            {messages.stale}
          </span>
        )}
      </div>
      <div className="basis-full font-mono text-xs text-dim">
        <span className="flex flex-wrap gap-x-2.5">
          {id !== null && (
            <button
              type="button"
              className="cursor-pointer rounded text-left hover:text-text hover:underline"
              onClick={() => select({ kind: 'namespace', id })}
            >
              {kernelName(id)}
            </button>
          )}
          {ended !== null && <span data-stopped>{ended}</span>}
          {sees !== null && <span>{hidden === 0 ? sees : filters.withHidden(sees, hidden)}</span>}
        </span>
        {props.onRemove !== null && (
          <button
            type="button"
            aria-label={messages.remove(props.name)}
            title={messages.remove(props.name)}
            className="absolute top-2.5 right-2 cursor-pointer rounded p-1 hover:bg-raised hover:text-text"
            onClick={props.onRemove}
          >
            <X aria-hidden className="size-3.5" />
          </button>
        )}
      </div>
    </header>
  );
}
