import type { Mark } from './marks';

/** Milliseconds: who has just come to a mark and goes back wants the one before it. */
const JUST = 700;

/** The mark before a moment; the start when there is none. */
export function markBefore(marks: readonly Mark[], position: number): number {
  return marks.findLast((mark) => mark.at < position - JUST)?.at ?? 0;
}

/** The mark after a moment; the end when there is none. */
export function markAfter(marks: readonly Mark[], position: number, duration: number): number {
  return marks.find((mark) => mark.at > position)?.at ?? duration;
}

/** What was typed last before a moment. */
export function typedAt(marks: readonly Mark[], position: number): Mark | null {
  return marks.findLast((mark) => mark.typed !== null && mark.from <= position) ?? null;
}
