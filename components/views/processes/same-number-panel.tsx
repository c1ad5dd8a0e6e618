import { X } from 'lucide-react';
import { useMemo } from 'react';
import { kernelName, type ContainerKey } from '@lib/model/ids';
import { commandOf } from '@lib/model/command';
import { sameNumber, vantagesWith, type Namesake } from '@lib/select/same-number';
import { withoutHiders, type Shown } from '@lib/select/shown';
import { nameTold, refOf } from '@lib/model/container-ref';
import { HiddenHit } from '../../filters/hidden-hit';
import { useAllMessages } from '../../store/messages';
import { useNsview } from '../../store/store';
import { useListState } from './use-process-list';
import { tintOf } from '@lib/select/container-colour';

interface SameNumberPanelProps {
  shown: Shown;
  number: number;
  vantages: readonly string[];
  colours: ReadonlyMap<ContainerKey, string>;
}

/** "PID 1 exists in these 5 PID namespaces": each is one click away from being shown where it has it. */
export function SameNumberPanel({ shown, number, vantages, colours }: SameNumberPanelProps) {
  const { whole: snapshot, hidersOfProcess } = shown;
  const { processList, filtering } = useAllMessages();
  const words = processList.number;
  const viewState = useNsview((store) => store.viewState);
  const tell = useNsview((store) => store.tell);
  const [state, change] = useListState();
  const show = useNsview((store) => store.show);
  const revealProcess = useNsview((store) => store.revealProcess);
  const hoverProcess = useNsview((store) => store.hoverProcess);
  const { namesakes, unknown } = useMemo(() => sameNumber(snapshot, number), [snapshot, number]);

  const hiddenBy = ({ process }: Namesake) => hidersOfProcess(process);
  const choose = (namesake: Namesake) => {
    const { process, from, vantage } = namesake;
    const hiders = hiddenBy(namesake);
    show({
      ...withoutHiders(viewState, hiders, from),
      vantages: vantagesWith(vantages, vantage),
      ...(from === null ? {} : { select: { kind: 'container', ref: refOf(snapshot, from) } }),
      // The filter would hide it.
      processes: { ...state, match: '' },
    });
    if (hiders.length > 0) tell(filtering.broughtBack(commandOf(process)));
    revealProcess(process.pid, vantage);
  };
  return (
    <section
      data-same-number={number}
      aria-label={words.heading(number, namesakes.length)}
      className="relative shrink-0 rounded-xl border border-line bg-surface px-3.5 py-2.5"
      onPointerLeave={() => hoverProcess(null)}
    >
      <header className="mb-2 flex flex-wrap items-baseline gap-x-4 gap-y-1 pr-8">
        <h3 className="font-semibold">{words.heading(number, namesakes.length)}</h3>
        <p className="text-sm text-dim">{namesakes.length === 0 ? words.none : words.why}</p>
        {unknown > 0 && <p className="text-sm text-warn">{words.unknown(unknown)}</p>}
      </header>
      <button
        type="button"
        aria-label={words.close}
        title={words.close}
        className="absolute top-2 right-2 cursor-pointer rounded p-1 text-dim hover:bg-raised hover:text-text"
        onClick={() => change({ number: null })}
      >
        <X aria-hidden className="size-3.5" />
      </button>
      <ul className="grid max-h-44 grid-cols-[repeat(auto-fill,minmax(min(18rem,100%),1fr))] gap-2 overflow-y-auto">
        {namesakes.map((namesake) => (
          <li key={namesake.process.pid}>
            <NamesakeCard
              namesake={namesake}
              from={namesake.from && nameTold(snapshot, namesake.from)}
              hidden={hiddenBy(namesake).length > 0}
              colour={tintOf(colours, namesake.from)}
              onChoose={() => choose(namesake)}
              onPoint={() => hoverProcess(namesake.process.pid)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface NamesakeCardProps {
  namesake: Namesake;
  /** Its container, by what that is called; null: it is of none. */
  from: string | null;
  /** Filters hide it: choosing it brings it back. */
  hidden: boolean;
  colour: string | null;
  onChoose: () => void;
  onPoint: () => void;
}

function NamesakeCard({ namesake, from, hidden, colour, onChoose, onPoint }: NamesakeCardProps) {
  const { processes, processList, model } = useAllMessages();
  const words = processList.number;
  const { process, place } = namesake;
  const lit = useNsview((store) => store.hoveredPid === process.pid);
  const command = commandOf(process);
  return (
    <button
      type="button"
      data-namesake={process.pid}
      data-namespace={place.namespace ?? undefined}
      data-lit={lit}
      title={command}
      className="w-full cursor-pointer rounded-lg border border-line px-2.5 py-1.5 text-left text-sm leading-snug hover:border-line-strong data-[lit=true]:bg-pid/25"
      onClick={onChoose}
      onPointerEnter={onPoint}
      onFocus={onPoint}
    >
      <span className="flex items-center gap-2">
        <span
          aria-hidden
          className="size-2 shrink-0 rounded-full bg-line-strong"
          style={colour === null ? undefined : { background: colour }}
        />
        <strong className="min-w-0 flex-1 truncate font-semibold">
          {from ?? (place.host ? model.host : words.noContainer)}
        </strong>
        <code className="shrink-0 font-mono text-xs text-dim">
          {place.namespace === null ? processes.unknownNamespace : kernelName(place.namespace)}
        </code>
      </span>
      <span className="flex items-baseline gap-3 pl-4">
        <code className="min-w-0 flex-1 truncate font-mono">{command}</code>
        <span className="shrink-0 text-xs text-dim">
          {place.host ? words.hostItself : words.onHost(process.pid)}
        </span>
      </span>
      {hidden && (
        <span className="mt-0.5 block pl-4">
          <HiddenHit />
        </span>
      )}
    </button>
  );
}
