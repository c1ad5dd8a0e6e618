import { useAllMessages } from '@components/store/messages';
import { useReach } from '@components/store/reaches';
import { endName, hopText } from '@lib/facts/reach';
import type { Snapshot } from '@lib/model/snapshot';
import type { Change, Hop } from '@lib/reach/said';

/**
 * Whether one end gets through to the other, and by what way.
 *
 * @param from what names a container, `:host`, or `:outside`; `to` likewise
 */
export function ReachWay({ snapshot, from, to }: { snapshot: Snapshot; from: string; to: string }) {
  const messages = useAllMessages();
  const words = messages.reach;
  const told = useReach({ from, to });
  if (told === null) return null;
  const { asked } = told;
  const verdict = asked.is === 'answered' ? asked.answer.verdict : undefined;
  return (
    <div
      className="flex flex-col gap-1 border-b border-line py-1.5 text-[0.8125rem]"
      data-reach={`${from} ${to}`}
      data-verdict={verdict}
    >
      <p role="status">
        {words.question(endName(from, messages), endName(to, messages))}{' '}
        {verdict !== undefined && (
          <strong className={verdict === 'yes' ? 'font-semibold' : 'font-semibold text-warn'}>
            {words.verdict[verdict]}
          </strong>
        )}
        {asked.is === 'asked' && <span className="text-dim">{words.asked}</span>}
        {asked.is === 'refused' && (
          <span className="text-warn">{messages.inside.refused(asked.code)}</span>
        )}
      </p>
      {asked.is === 'answered' && (
        <>
          <Hops of={asked.answer.hops} snapshot={snapshot} isOpen={verdict !== 'yes'} />
          <Changes of={asked.answer.changes} />
        </>
      )}
    </div>
  );
}

/** The way there, and that of the answer. @param isOpen where it stops is worth telling at once */
function Hops({
  of,
  snapshot,
  isOpen,
}: {
  of: readonly Hop[];
  snapshot: Snapshot;
  isOpen: boolean;
}) {
  const messages = useAllMessages();
  const words = messages.reach;
  const last = of.at(-1);
  const ways = [
    { title: words.way, hops: of.filter(({ back }) => !back) },
    { title: words.back, hops: of.filter(({ back }) => back) },
  ];
  return (
    <>
      {isOpen && last !== undefined && <p>{hopText(last, snapshot, messages)}</p>}
      {ways.map(
        ({ title, hops }) =>
          hops.length > 0 && (
            <details key={title}>
              <summary className="w-fit cursor-pointer text-dim">{title}</summary>
              <ol aria-label={title} className="flex list-decimal flex-col gap-0.5 pl-6">
                {hops.map((hop, nth) => (
                  <li key={nth} data-hop={hop.says.code} className="[overflow-wrap:anywhere]">
                    {hopText(hop, snapshot, messages)}
                  </li>
                ))}
              </ol>
            </details>
          ),
      )}
    </>
  );
}

function Changes({ of }: { of: readonly Change[] }) {
  const words = useAllMessages().reach;
  if (of.length === 0) return null;
  return <p className="text-dim">{words.changes(of.map(words.change))}</p>;
}
