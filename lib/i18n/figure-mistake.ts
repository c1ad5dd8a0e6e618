import type { LessonMistake } from './lesson-mistake';

/**
 * A mistake in a file of figures, with what its sentence tells of it: the value (`given`), what was expected (as it is
 * written in the file), and where it can be guessed what was meant (`meant`; null: it cannot).
 */
export type FigureMistake =
  /** Of the file as a text of YAML, or of a predicate. */
  | { code: 'as-in-lessons'; mistake: LessonMistake }
  | { code: 'unknown-field'; given: string; meant: string | null; fields: readonly string[] }
  | { code: 'missing'; example: string }
  | { code: 'wrong-form'; given: string; example: string }
  | { code: 'not-one-of'; given: string; meant: string | null; allowed: readonly string[] }
  | { code: 'unknown-source'; given: string; meant: string | null; sources: readonly string[] }
  /** `first`: the number of the one that has it already, from 1. */
  | { code: 'twice'; given: string; first: number }
  | { code: 'view-parameter'; given: string; meant: string | null }
  | { code: 'view-value'; parameter: string; given: string; expected: string }
  | { code: 'no-language'; language: string }
  /* Found when it is drawn. */
  | { code: 'unknown-event'; given: string; meant: string | null; events: readonly string[] }
  | { code: 'too-late'; most: number }
  | { code: 'no-anchor'; given: string; meant: string | null; anchors: readonly string[] }
  /** `because`: why it cannot be known; null: it is not so. */
  | { code: 'not-so'; predicate: string; because: string | null }
  | { code: 'missing-character'; character: string; text: string }
  | { code: 'needs-live' }
  /** It is compared with a moment, and is of none. */
  | { code: 'not-recorded' }
  | { code: 'cannot-open' | 'cannot-ask' | 'cannot-write'; what: string; why: string };
