/** What follows the question whether a lesson is left. */
export interface WaysOn {
  leave: () => void;
  stay: () => void;
}

/** Asks what has to be asked before a lesson is left. @returns false: nothing, and neither way was gone */
type WayOut = (lesson: string, on: WaysOn) => boolean;

let wayOut: WayOut | null = null;

/** Has the browser's Back, too, ask before it leaves a lesson. Returns how to undo that. */
export function guardWayOut(guard: WayOut): () => void {
  wayOut = guard;
  return () => {
    if (wayOut === guard) wayOut = null;
  };
}

/** @returns is it asked first? Then one of the ways is gone later. */
export function isAskedFirst(lesson: string, on: WaysOn): boolean {
  return wayOut?.(lesson, on) ?? false;
}
