import { Gauge } from 'lucide-react';
import { useAllMessages } from '@components/store/messages';
import { useIsProjectedLesson } from '@components/store/projected-lesson';
import { useNsview } from '@components/store/store';
import { useUse } from '@components/store/uses';
import type { Flag } from '@lib/config/config';
import type { ContainerFacts } from '@lib/facts/container';
import { mayUse, type MayUse as Row, type UseWhat } from '@lib/facts/may-use';
import { keptTogether } from '@lib/i18n/kept-together';
import { saidSize } from '@lib/use/said-size';
import { writtenSize } from '@lib/shell/proof';
import { quotaCores } from '@lib/layout/use/use-bar';
import { sparkline } from '@lib/layout/use/sparkline';
import { containerKey, containerKeyOf } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import { coresOver, isCounting } from '@lib/use/history';
import type { Use } from '@lib/use/use';
import { Panel } from './panel';
import { useAtRestWhile } from './use-at-rest';
import { UseRow } from './use-row';
import styles from './full.module.css';

interface MayUseProps {
  snapshot: Snapshot;
  facts: ContainerFacts;
  /** As which it was started; null: that is not known. */
  flags: readonly Flag[] | null;
}

/** What a container may use: memory, CPU, processes, block devices and disk, with what limits did. */
export function MayUse({ snapshot, facts, flags }: MayUseProps) {
  const messages = useAllMessages();
  const { inside, mayUse: words } = messages;
  const { container } = facts;
  const processes = snapshot.processes.filter(
    (process) => containerKeyOf(process) === containerKey(container),
  ).length;
  const { use, history } = useUse(container, processes);
  const isHeld = useNsview(({ frozenAt }) => frozenAt !== null);
  const isLive = useNsview(({ connection }) => connection === 'live');
  const told = use.is === 'answered' ? use.answer : null;
  const points = coresOver(history);
  const isStill = useNsview(({ frozenAt, recording }) => frozenAt !== null || recording !== null);
  const isOpen = use.is === 'asked' || (told !== null && isCounting(told.cpu, points, !isStill));
  useAtRestWhile(!(isLive && container.pid > 0 && isOpen));
  const isTaught = useIsProjectedLesson();
  const shown =
    told === null
      ? []
      : mayUse({
          use: told,
          cores: points.at(-1)?.value ?? null,
          isHeld,
          processes,
          flags,
          sizeCommand: writtenSize(snapshot, container),
          messages,
        });
  // A class looks at what is limited; where nothing is, at all of it.
  const limited = isTaught ? shown.filter(isLimited) : [];
  const listed = limited.length > 0 ? limited : shown;
  return (
    <Panel
      title={words.title}
      by={words.by}
      icon={<Gauge aria-hidden />}
      legend={<Legend bars={listed} path={isTaught ? null : (told?.paths.memory ?? null)} />}
    >
      {use.is === 'asked' && (
        <p role="status" className="p-4 text-dim">
          {inside.asked}
        </p>
      )}
      {use.is === 'refused' && (
        <p role="status" className="p-4 text-warn" data-unreadable="use">
          <span aria-hidden>? </span>
          {inside.refused(use.code)}
        </p>
      )}
      {told !== null && rows(told)}
    </Panel>
  );

  function rows(answer: Use) {
    // Several have room on one screen where each is its bar and its figure.
    const isBrief = limited.length > 1;
    const spark = (what: UseWhat) =>
      what === 'cpu' && !isBrief ? sparkline(points, quotaCores(answer.cpu)) : null;
    return (
      <>
        {answer.frozen === true && (
          <p className="border-b border-line px-4 py-1.5 font-semibold text-warn" data-frozen>
            {words.frozen}
          </p>
        )}
        <ul className={`${styles.rows} ${styles.filled} ${styles.useRows}`}>
          {listed.map((row) => (
            <UseRow
              key={row.what}
              row={isBrief ? { ...row, says: [] } : row}
              spark={spark(row.what)}
            />
          ))}
        </ul>
        <NotHidden machine={answer.machine} />
      </>
    );
  }
}

/** By a limit that is known, or by what it was started with. */
function isLimited({ limit, under }: Row): boolean {
  return limit !== null || typeof under !== 'string';
}

/** What of the machine it is told all the same. */
function NotHidden({ machine: { memoryBytes, cpus } }: Pick<Use, 'machine'>) {
  const { mayUse: words } = useAllMessages();
  if (memoryBytes === null && cpus === null) return null;
  const memory = memoryBytes === null ? null : saidSize(memoryBytes).text;
  return (
    <p
      className="mt-auto border-t border-line px-4 py-2 text-[0.9rem] text-dim"
      data-use="machine"
      data-memory={memoryBytes ?? undefined}
      data-cpus={cpus ?? undefined}
    >
      <strong className="font-semibold text-text">{words.notHidden}</strong>{' '}
      {keptTogether(words.seesAll(memory, cpus))}
    </p>
  );
}

/** The signs of the bars that are drawn, and where the cgroup is. */
function Legend({ bars, path }: { bars: readonly Row[]; path: string | null }) {
  const { mayUse: words } = useAllMessages();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-dim">
      {bars.some(({ bar }) => bar.limit !== null) && (
        <span className="flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 4 16" className="h-4 w-1">
            <rect className={styles.limit} width="4" height="16" rx="1.5" />
          </svg>
          {words.limit}
        </span>
      )}
      {bars.some(({ bar }) => bar.peak !== null) && (
        <span className="flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 10 8" className="h-2 w-2.5">
            <path className={styles.peak} d="M0,0 H10 L5,8 Z" />
          </svg>
          {words.peak}
        </span>
      )}
      {path !== null && (
        <code title={path} className="max-w-48 truncate font-mono text-[0.857rem]">
          {path}
        </code>
      )}
    </div>
  );
}
