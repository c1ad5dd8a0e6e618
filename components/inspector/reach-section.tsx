import { useState } from 'react';
import { useAnswer } from '@components/store/asking';
import { useAllMessages } from '@components/store/messages';
import { hopText } from '@lib/facts/reach';
import type { Container } from '@lib/model/container';
import type { Snapshot } from '@lib/model/snapshot';
import { reach } from '@lib/questions/reach';
import { TRANSPORTS, type Transport } from '@lib/reach/packet';
import type { Change, Hop } from '@lib/reach/said';
import { refOf } from '@lib/select/container-ref';
import { Section } from './section';

/** Milliseconds until it is worked out again. */
const EVERY = 10_000;

const FIELD = 'rounded-md border border-line bg-transparent px-1.5 py-0.5 text-text';

interface Asked {
  protocol: Transport;
  /** Null: any. */
  port: number | null;
}

/** Whether two containers get through to each other, each way, and by what way. */
export function ReachSection({
  snapshot,
  pair: [first, second],
}: {
  snapshot: Snapshot;
  pair: readonly [Container, Container];
}) {
  const words = useAllMessages().reach;
  const [protocol, setProtocol] = useState<Transport>('tcp');
  const [text, setText] = useState('');
  const number = Number(text);
  const port = /^\d{1,5}$/.test(text.trim()) && number > 0 && number < 65_536 ? number : null;
  const isWrong = text.trim() !== '' && port === null;
  const asked = { protocol, port };
  return (
    <Section title={words.heading}>
      <div className="flex items-center gap-3 text-sm text-dim">
        <label className="flex items-center gap-1.5">
          {words.protocol}
          <select
            value={protocol}
            className={FIELD}
            onChange={({ target }) =>
              setProtocol(TRANSPORTS.find((each) => each === target.value) ?? 'tcp')
            }
          >
            {TRANSPORTS.map((each) => (
              <option key={each} value={each} className="bg-surface">
                {each}
              </option>
            ))}
          </select>
        </label>
        <label className="flex items-center gap-1.5">
          {words.port}
          <input
            value={text}
            inputMode="numeric"
            placeholder={words.anyPort}
            aria-invalid={isWrong}
            className={`${FIELD} w-16`}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
      </div>
      {isWrong ? (
        <p role="status" className="text-sm text-warn">
          {words.noPort(text.trim())}
        </p>
      ) : (
        <>
          <OneWay snapshot={snapshot} from={first} to={second} asked={asked} />
          <OneWay snapshot={snapshot} from={second} to={first} asked={asked} />
        </>
      )}
      <p className="text-xs text-dim">{words.noPacket}</p>
    </Section>
  );
}

function OneWay({
  snapshot,
  from,
  to,
  asked: { protocol, port },
}: {
  snapshot: Snapshot;
  from: Container;
  to: Container;
  asked: Asked;
}) {
  const messages = useAllMessages();
  const words = messages.reach;
  const ends = { from: refOf(snapshot, from), to: refOf(snapshot, to) };
  const asked = useAnswer(
    'reach',
    reach,
    { ...ends, protocol, ...(port === null ? {} : { port }) },
    EVERY,
  );
  const verdict = asked.is === 'answered' ? asked.answer.verdict : undefined;
  return (
    <div
      className="flex flex-col gap-1 border-b border-line py-1.5 text-[0.8125rem]"
      data-reach={`${ends.from} ${ends.to}`}
      data-verdict={verdict}
    >
      <p>
        {words.question(from.name, to.name)}{' '}
        {verdict !== undefined && (
          <strong className={verdict === 'yes' ? 'font-semibold' : 'font-semibold text-warn'}>
            {words.verdict[verdict]}
          </strong>
        )}
        {asked.is === 'asked' && <span className="text-dim">{words.asked}</span>}
        {asked.is === 'refused' && (
          <span className="text-dim">{messages.inside.refused(asked.code)}</span>
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
