import type { TimelineEvent } from '../timeline/event';
import { EventTeller } from '../timeline/events';
import type { Past } from './past';
import type { Recording } from './parse';

/** A recording as a past: all of it is known. What happened is found when somebody asks. */
export function recordedPast({ timeline, duration }: Recording): Past {
  let events: readonly TimelineEvent[] | null = null;
  return {
    startedAt: timeline.snapshotOf(0).takenAt,
    from: 0,
    to: duration,
    gaps: [],
    size: null,
    pins: [],
    indexAt: (at) => timeline.indexAt(at),
    cameAt: (index) => timeline.cameAt(index),
    nextAt: (index) => timeline.nextAt(index),
    snapshotOf: (index) => timeline.snapshotOf(index),
    events: () => {
      if (events === null) {
        const teller = new EventTeller(timeline.snapshotOf(0));
        events = timeline.changes.flatMap((at) =>
          teller.tell(at, timeline.snapshotOf(timeline.indexAt(at))),
        );
      }
      return events;
    },
  };
}
