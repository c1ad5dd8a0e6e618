import type { TimelineEvent } from './event';

/** Events that are one to a person: they came one upon the other. */
export interface EventGroup {
  /** Milliseconds since the start: when it began… */
  from: number;
  /** …and when it had come to rest. */
  at: number;
  events: readonly TimelineEvent[];
}

/** Milliseconds: events closer together than this are one… */
const ONE = 1000;
/** …but none lasts longer than this. */
const LONGEST = 5000;

/** @param events in order @param apart milliseconds that two have to be apart to be told apart where they are drawn */
export function groupsOf(events: readonly TimelineEvent[], apart = 0): EventGroup[] {
  const groups: (EventGroup & { events: TimelineEvent[] })[] = [];
  const gap = Math.max(ONE, apart);
  for (const event of events) {
    const group = groups.at(-1);
    const follows =
      group !== undefined &&
      event.at - group.at <= gap &&
      event.at - group.from <= Math.max(LONGEST, apart);
    if (follows) {
      group.at = event.at;
      group.events.push(event);
    } else {
      groups.push({ from: event.at, at: event.at, events: [event] });
    }
  }
  return groups;
}
