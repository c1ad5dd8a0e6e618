import type { Happening } from '../timeline/event';
import { EventTeller } from '../timeline/events';
import type { Recording } from './parse';

/** Something that happened to a container, by a name that the same happening has in every recording of it. */
export interface RecordedEvent {
  /** `c1-created`, `c1-started`, `c1-stopped`, `c1-removed`; `c1-recreated`: another one of that name came; `c1-started-2`: the second time. */
  name: string;
  /** Milliseconds since the start. */
  at: number;
}

/** What has a name. */
const NAMED: readonly Happening[] = ['created', 'recreated', 'started', 'stopped', 'removed'];

/** What happened to containers while it was recorded, in the order in which it did. What was there before did not happen. */
export function eventsOf({ timeline }: Pick<Recording, 'timeline'>): RecordedEvent[] {
  const times = new Map<string, number>();
  const teller = new EventTeller(timeline.snapshotOf(0));
  return timeline.changes.flatMap((at) =>
    teller
      .tell(at, timeline.snapshotOf(timeline.indexAt(at)))
      .filter(({ what }) => NAMED.includes(what))
      .map(({ what, container }) => {
        const name = `${container.name}-${what}`;
        const nth = (times.get(name) ?? 0) + 1;
        times.set(name, nth);
        return { name: nth === 1 ? name : `${name}-${nth}`, at };
      }),
  );
}
