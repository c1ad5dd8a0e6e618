import type { ReactNode } from 'react';
import { useMessages } from '@components/store/messages';
import type { Sharing } from '@lib/model/container';
import { baseline } from '@lib/scene/baseline';
import { LEGEND_SIGNS, legendKinds } from '@lib/scene/sharing-legend';
import styles from './sharing.module.css';

interface LegendProps {
  /** What occurs in the picture; the first three are always explained. */
  present: ReadonlySet<Sharing>;
  /** What else is explained, after these. */
  children: ReactNode;
}

export function Legend({ present, children }: LegendProps) {
  const { legend } = useMessages().sharing;
  return (
    <div className="min-w-0 flex-1 text-[0.85rem] text-dim">
      <ul aria-label={legend.title} className="flex flex-wrap items-center gap-x-6 gap-y-1">
        {legendKinds(present).map((kind) => (
          <li key={kind} className="flex items-center gap-2 whitespace-nowrap">
            <svg viewBox="0 0 24 14" className="h-[1rem] w-[1.71rem]" aria-hidden>
              <path
                d="M3.5,1.5h17a2,2 0 0 1 2,2v7a2,2 0 0 1 -2,2h-17a2,2 0 0 1 -2,-2v-7a2,2 0 0 1 2,-2z"
                className={`${styles.arc} ${styles[kind]}`}
                data-hue="pid"
                fill={kind === 'host' ? 'url(#hatching-pid)' : undefined}
              />
              {LEGEND_SIGNS[kind] !== undefined && (
                <text
                  x="12"
                  y={baseline(7, 11)}
                  className={`${styles.arcLetter} ${styles[kind]}`}
                  fontSize={11}
                  data-hue="pid"
                >
                  {LEGEND_SIGNS[kind]}
                </text>
              )}
            </svg>
            {legend[kind]}
          </li>
        ))}
        {children}
      </ul>
    </div>
  );
}
