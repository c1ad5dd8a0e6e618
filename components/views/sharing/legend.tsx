import { useMessages } from '@components/store/messages';
import type { Sharing } from '@lib/model/container';
import styles from './sharing.module.css';

interface LegendProps {
  /** What occurs in the picture; the first three are always explained. */
  present: ReadonlySet<Sharing>;
}

const ALWAYS: readonly Sharing[] = ['own', 'shared', 'host'];
const WHEN_PRESENT: readonly Sharing[] = ['unknown', 'none', 'absent'];

/** What stands in the arc, where that says it. */
const SIGNS: Partial<Record<Sharing, string>> = { unknown: '?', absent: 'P' };

export function Legend({ present }: LegendProps) {
  const { legend } = useMessages().sharing;
  const kinds = [...ALWAYS, ...WHEN_PRESENT.filter((kind) => present.has(kind))];
  return (
    <div className="min-w-0 flex-1 text-[0.85rem] text-dim">
      <ul aria-label={legend.title} className="flex flex-wrap items-center gap-x-6 gap-y-1">
        {kinds.map((kind) => (
          <li key={kind} className="flex items-center gap-2 whitespace-nowrap">
            <svg viewBox="0 0 24 14" className="h-[1rem] w-[1.71rem]" aria-hidden>
              <path
                d="M3.5,1.5h17a2,2 0 0 1 2,2v7a2,2 0 0 1 -2,2h-17a2,2 0 0 1 -2,-2v-7a2,2 0 0 1 2,-2z"
                className={styles.arc}
                data-hue="pid"
                data-sharing={kind}
                fill={kind === 'host' ? 'url(#hatching-pid)' : undefined}
              />
              {SIGNS[kind] !== undefined && (
                <text
                  x="12"
                  y="7"
                  className={styles.arcLetter}
                  fontSize={11}
                  data-hue="pid"
                  data-letter={kind}
                >
                  {SIGNS[kind]}
                </text>
              )}
            </svg>
            {legend[kind]}
          </li>
        ))}
      </ul>
    </div>
  );
}
