/**
 * Milliseconds of real time after which what happens is another event to the timeline: within a second it is one
 * (lib/timeline/groups.ts), and no sign tells that a second is over.
 */
export const EVENTS_APART = 1500;
