import type { Snapshot } from '../model/snapshot';
import { containerKey } from '../model/ids';
import type { Recording } from './parse';

/** Something that happened to a container, by a name that the same happening has in every recording of it. */
export interface RecordedEvent {
  /** `c1-created`, `c1-started`, `c1-stopped`, `c1-removed`; `c1-recreated`: another one of that name came; `c1-started-2`: the second time. */
  name: string;
  /** Milliseconds since the start. */
  at: number;
}

/** What happened to containers while it was recorded, in the order in which it did. What was there before did not happen. */
export function eventsOf({ timeline }: Pick<Recording, 'timeline'>): RecordedEvent[] {
  const times = new Map<string, number>();
  const events: RecordedEvent[] = [];
  let before = namedIn(timeline.snapshotOf(0));
  const known = new Set(before.keys());
  for (const at of timeline.changes) {
    const now = namedIn(timeline.snapshotOf(timeline.indexAt(at)));
    for (const what of happenings(before, now, known)) {
      const nth = (times.get(what) ?? 0) + 1;
      times.set(what, nth);
      events.push({ name: nth === 1 ? what : `${what}-${nth}`, at });
    }
    for (const name of now.keys()) known.add(name);
    before = now;
  }
  return events;
}

interface Named {
  key: string;
  isRunning: boolean;
  life: string;
}

/** @param known names that there were at any time before */
function happenings(
  before: ReadonlyMap<string, Named>,
  now: ReadonlyMap<string, Named>,
  known: ReadonlySet<string>,
): string[] {
  const gone = [...before.keys()].filter((name) => !now.has(name)).map((name) => `${name}-removed`);
  return [
    ...gone,
    ...[...now].flatMap(([name, { key, isRunning, life }]) => {
      const then = before.get(name);
      const isAnother = then?.key !== key;
      const wasRunning = !isAnother && then.isRunning;
      const began = isRunning && (!wasRunning || then.life !== life);
      return [
        ...(isAnother ? [`${name}-${known.has(name) ? 'recreated' : 'created'}`] : []),
        ...(began ? [`${name}-started`] : []),
        ...(wasRunning && !isRunning ? [`${name}-stopped`] : []),
      ];
    }),
  ];
}

function namedIn({ containers }: Snapshot): Map<string, Named> {
  return new Map(
    [...containers]
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .map((each) => [
        each.name,
        {
          key: containerKey(each),
          isRunning: each.pid > 0,
          life: `${each.pid} ${each.startedAt ?? ''}`,
        },
      ]),
  );
}
