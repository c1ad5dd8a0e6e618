import { useId, useState } from 'react';
import { HowButton, HowCommands } from '@components/inspector/how';
import { useAllMessages } from '@components/store/messages';
import { ShellWords } from '@components/ui/shell-words';
import type { MayUse } from '@lib/facts/may-use';
import { keptTogether } from '@lib/i18n/kept-together';
import { SPARK_SIZE, type Sparkline } from '@lib/layout/use/sparkline';
import type { UseBar } from '@lib/layout/use/use-bar';
import styles from './full.module.css';

/** Of one thing what is used, what limits it, and what that did. */
export function UseRow({ row, spark }: { row: MayUse; spark: Sparkline | null }) {
  const { inFull, mayUse: words } = useAllMessages();
  const { what, limit, under, figure, says, did, unknown, commands } = row;
  const [open, setOpen] = useState(false);
  const opened = useId();
  const name = words.names[what];
  return (
    <li data-use={what} data-limit={limit ?? undefined} data-hue="cgroup">
      <div className={styles.useRow}>
        <div className="min-w-0 leading-tight">
          <h4 className="font-semibold">{name}</h4>
          <p className="text-[0.857rem] text-dim [overflow-wrap:anywhere]">
            {typeof under === 'string' ? (
              under
            ) : (
              <code className="font-mono text-[color:var(--hue-text)]">
                <ShellWords>{under.code}</ShellWords>
              </code>
            )}
          </p>
        </div>
        <div className="min-w-0">
          <Bar of={row.bar} />
          {spark !== null && <Spark of={spark} />}
          {did.length > 0 && (
            <p className="my-1 flex flex-wrap gap-1.5">
              {did.map(({ text, isBad }) => (
                <span key={text} data-did={what} className={isBad ? styles.lost : styles.slowed}>
                  {keptTogether(text)}
                </span>
              ))}
            </p>
          )}
          {says.length > 0 && (
            <p className="mt-0.5 text-[0.9rem] leading-snug text-dim [overflow-wrap:anywhere]">
              {keptTogether(says.join(inFull.between))}
            </p>
          )}
          {unknown.map(({ field, text }) => (
            <p key={field} className="text-[0.9rem] text-warn" data-unreadable={field}>
              <span aria-hidden>? </span>
              {text}
            </p>
          ))}
        </div>
        <div className="text-right">
          {figure !== null && (
            <p className="whitespace-nowrap text-dim" data-figure>
              <strong className="text-xl font-bold text-text tabular-nums">{figure[0]}</strong>{' '}
              {figure[1]}
            </p>
          )}
        </div>
        <span className="justify-self-end">
          {commands.length > 0 && (
            <HowButton fact={name} open={open} controls={opened} onToggle={() => setOpen(!open)} />
          )}
        </span>
      </div>
      <div id={opened} hidden={!open} className="col-span-full px-4">
        {open && commands.length > 0 && <HowCommands commands={commands} />}
      </div>
    </li>
  );
}

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`;

/** The words beside it say what it shows. */
function Bar({ of: { spans, limit, peak, cells, isOpen } }: { of: UseBar }) {
  return (
    <svg aria-hidden className={styles.bar}>
      <rect
        className={isOpen ? styles.openTrack : styles.track}
        y="5"
        width="100%"
        height="14"
        rx="3"
      />
      {spans.map(({ role, from, to }) => (
        <rect
          key={role}
          className={styles[role]}
          x={percent(from)}
          y="5"
          width={percent(to - from)}
          height="14"
          rx="3"
        />
      ))}
      {Array.from({ length: cells - 1 }, (_, nth) => (
        <line
          key={nth}
          className={styles.gap}
          {...{ x1: percent((nth + 1) / cells), x2: percent((nth + 1) / cells), y1: 5, y2: 19 }}
        />
      ))}
      {limit !== null && (
        <line
          className={styles.limitLine}
          {...{ x1: percent(limit), x2: percent(limit), y1: 1, y2: 23 }}
        />
      )}
      {peak !== null && (
        <svg x={percent(peak)} overflow="visible">
          <path className={styles.peak} d="M-5,-3 H5 L0,4 Z" />
        </svg>
      )}
    </svg>
  );
}

/** The last minute; it moves as time goes, and nothing else does. */
function Spark({ of: { line, area, limit } }: { of: Sparkline }) {
  const { width, height } = SPARK_SIZE;
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className={styles.spark}
    >
      <path className={styles.sparkArea} d={area} />
      <path className={styles.sparkLine} d={line} />
      {limit !== null && (
        <line className={styles.sparkLimit} x1="0" x2={width} y1={limit} y2={limit} />
      )}
    </svg>
  );
}
