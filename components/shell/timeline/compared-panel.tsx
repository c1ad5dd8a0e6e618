import { ArrowRight, X } from 'lucide-react';
import { toldDifferences, toldSandboxes } from '@lib/facts/differences';
import { DIFFERENCES, type Difference } from '@lib/timeline/difference';
import { useDifferences } from '../../store/differences';
import { useAllMessages } from '../../store/messages';
import { useNsview } from '../../store/store';
import { DifferenceSign } from '../../ui/difference-sign';
import { useClock } from './clock';
import { startOf, useMoments, type Moments } from './moments';

/** Beside the picture, in place of the facts: what is different at one moment from what it was at another. */
export function ComparedPanel() {
  const moments = useMoments();
  return moments === null ? null : <Compared moments={moments} />;
}

function Compared({ moments }: { moments: Moments }) {
  const messages = useAllMessages();
  const { timeline: words, sandboxes: ofSandboxes } = messages;
  const clock = useClock(startOf(moments));
  const { comparison, isRefused } = useDifferences();
  const from = useNsview((store) => store.viewState.from) ?? 0;
  const show = useNsview((store) => store.show);
  const select = useNsview((store) => store.select);
  const { is, told, at } = moments;
  const asked = is === 'recording' ? from : Math.max(told.from, from - Date.parse(told.startedAt));
  // What is listed is of these two, whatever is asked about by now.
  const [a, b] = [clock(comparison?.from ?? asked), clock(comparison?.to ?? at)];
  const differences = comparison === null ? [] : toldDifferences(comparison, words);
  const isAsked = useNsview((store) => store.viewState.sandboxes !== null);
  const sandboxes = comparison === null || !isAsked ? [] : toldSandboxes(comparison, messages);
  return (
    <section data-compared className="flex flex-col gap-4 px-4.5 py-5">
      <div className="flex items-center gap-2 tabular-nums">
        <Moment letter="A">{a}</Moment>
        <ArrowRight size="1rem" aria-hidden />
        <Moment letter="B">{b}</Moment>
        <button
          type="button"
          aria-label={words.stopComparing}
          title={words.stopComparing}
          className="ml-auto rounded-md p-1 hover:bg-raised"
          onClick={() => show({ from: null })}
        >
          <X size="1.14rem" aria-hidden />
        </button>
      </div>
      <p className="text-dim">{words.compared(a, b)}</p>
      {comparison === null && <p role="status">{isRefused ? words.notCompared : words.asking}</p>}
      {comparison !== null && differences.length + comparison.sandboxes.length === 0 && (
        <p>{words.nothing}</p>
      )}
      {DIFFERENCES.map((difference) => {
        const own = differences.filter((each) => each.difference === difference);
        const outside = sandboxes.filter((each) => each.difference === difference);
        if (own.length + outside.length === 0) return null;
        return (
          <div key={difference}>
            <h2 className="mb-1 flex items-center gap-2 font-semibold">
              <DifferenceSign difference={difference} />
              {words.groups[difference]}
            </h2>
            <ul className="flex flex-col gap-2 pl-7">
              {own.map(({ key, name, title, facts }) => (
                <Differing
                  key={key}
                  {...{ name, title, facts, difference }}
                  onSelect={() => select({ kind: 'container', ref: name })}
                />
              ))}
              {outside.map(({ key, pid, name, detail }) => (
                <Differing
                  key={key}
                  {...{ name, difference }}
                  title={name}
                  facts={[detail]}
                  onSelect={() => select({ kind: 'sandbox', pid })}
                />
              ))}
            </ul>
          </div>
        );
      })}
      {comparison !== null && !isAsked && comparison.sandboxes.length > 0 && (
        <p className="text-dim">{ofSandboxes.different(comparison.sandboxes.length)}</p>
      )}
      {comparison !== null && <p className="text-dim">{words.asBefore(comparison.asBefore)}</p>}
    </section>
  );
}

interface DifferingProps {
  name: string;
  /** What it is called here. */
  title: string;
  facts: readonly string[];
  difference: Difference;
  onSelect: () => void;
}

/** What went can be selected no more. */
function Differing({ name, title, facts, difference, onSelect }: DifferingProps) {
  return (
    <li data-different={name} data-difference={difference}>
      {difference === 'went' ? (
        <span className="font-semibold">{title}</span>
      ) : (
        <button type="button" className="font-semibold hover:underline" onClick={onSelect}>
          {title}
        </button>
      )}
      {facts.map((fact) => (
        <span key={fact} className="block text-[0.8125rem] text-dim">
          {fact}
        </span>
      ))}
    </li>
  );
}

function Moment({ letter, children }: { letter: string; children: string }) {
  return (
    <span className="flex items-center gap-2 rounded-full border border-line-strong px-2.5 py-0.5">
      <span className="font-semibold">{letter}</span>
      {children}
    </span>
  );
}
