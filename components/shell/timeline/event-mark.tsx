import type { Happening } from '@lib/timeline/event';
import type { EventGroup } from '@lib/timeline/groups';

/** What is drawn for a group: what tells most of it. */
const MAIN: readonly Happening[] = [
  'joined',
  'left',
  'renewed',
  'recreated',
  'created',
  'removed',
  'stopped',
  'started',
];

/** Filled: it came; hollow: it went. A diamond is a namespace, a circle a container, a square another of the number. */
const SHAPES: Record<Happening, { path: string; filled: boolean }> = {
  joined: { path: 'M8,1L15,8L8,15L1,8Z', filled: true },
  left: { path: 'M8,1L15,8L8,15L1,8Z', filled: false },
  renewed: { path: 'M2.5,2.5H13.5V13.5H2.5Z', filled: true },
  recreated: { path: 'M8,2A6,6 0 1 1 7.9,2Z', filled: true },
  created: { path: 'M8,2A6,6 0 1 1 7.9,2Z', filled: true },
  started: { path: 'M8,2A6,6 0 1 1 7.9,2Z', filled: true },
  stopped: { path: 'M8,2A6,6 0 1 1 7.9,2Z', filled: false },
  removed: { path: 'M8,2A6,6 0 1 1 7.9,2Z', filled: false },
};

/** The happening that stands for a group. */
export function mainOf({ events }: EventGroup) {
  const found = MAIN.flatMap((what) => events.filter((event) => event.what === what))[0];
  return found ?? null;
}

/** A group as a sign. Which type it is about is its colour and is said in its words. */
export function EventMark({ what }: { what: Happening }) {
  const { path, filled } = SHAPES[what];
  return (
    <svg viewBox="0 0 16 16" className="size-full" aria-hidden>
      <path
        d={path}
        fill={filled ? 'currentColor' : 'var(--surface)'}
        stroke="currentColor"
        strokeWidth={2}
      />
    </svg>
  );
}
