/** How long a text is, as its language counts: in words, or in characters as wide as those of Chinese. */
export type TextUnit = 'words' | 'characters';

/** What a value is, or what should stand there. */
export type ValueKind =
  | 'mapping'
  | 'list'
  | 'string'
  | 'number'
  | 'boolean'
  /** A mapping from languages to what is said in them. */
  | 'text'
  | 'predicate';

/** What can stand after a predicate. */
export const ARGUMENT_KINDS = [
  ...(['container', 'place', 'type', 'number', 'count'] as const),
  ...(['port', 'path', 'image', 'name'] as const),
] as const;
export type ArgumentKind = (typeof ARGUMENT_KINDS)[number];

/**
 * A mistake in a lesson's file, with what its sentence tells of it: the value (`given`, in short, as JSON has it), what
 * was expected, and where it can be guessed what was meant (`meant`; null: it cannot).
 */
export type LessonMistake =
  /** `reason`: as the YAML parser says it. */
  | { code: 'not-yaml'; reason: string }
  | { code: 'field-twice' }
  | { code: 'documents' }
  | { code: 'tag' }
  | { code: 'too-large'; most: number }
  | { code: 'not-utf8' }
  | { code: 'too-deep'; most: number }
  | { code: 'too-many-aliases'; most: number }
  | { code: 'unknown-alias'; given: string }
  | { code: 'unknown-field'; given: string; meant: string | null; fields: readonly string[] }
  | { code: 'missing'; field: string; expected: ValueKind }
  | { code: 'wrong-kind'; given: string; expected: ValueKind }
  | { code: 'not-one-of'; given: string; meant: string | null; allowed: readonly string[] }
  | { code: 'bad-id'; given: string }
  | { code: 'bad-container'; given: string }
  | { code: 'bad-language'; given: string }
  | { code: 'no-language' }
  | { code: 'empty' }
  | { code: 'too-few' | 'too-many'; given: number; limit: number }
  /** On a screen, of all that is on it before a step is done, or after, or of one text. */
  | {
      code: 'too-long';
      of: 'before' | 'after' | 'text';
      language: string;
      given: number;
      limit: number;
      unit: TextUnit;
    }
  | { code: 'not-one-predicate'; given: string }
  | { code: 'unknown-predicate'; given: string; meant: string | null; names: readonly string[] }
  /** `forms`: how it is written, as the table of predicates has it. */
  | { code: 'wrong-form'; predicate: string; given: string; forms: readonly string[] }
  /** `nth`: of the values after the predicate, from 1; null: it has one. `expected`: what, or one of which. */
  | {
      code: 'wrong-argument';
      predicate: string;
      nth: number | null;
      given: string;
      expected: ArgumentKind | readonly string[];
    }
  | { code: 'unknown-container'; given: string; meant: string | null }
  /** `first`: the number of the one that has it already, from 1. */
  | { code: 'twice'; given: string; first: number }
  | { code: 'right-answers'; given: readonly string[] }
  | { code: 'no-question'; for: 'answered' | 'predict' }
  | { code: 'nothing-to-type' }
  | { code: 'several-lines' }
  | { code: 'unmarked'; given: string }
  /** `given`: the number of a command, from 1. `count`: how many there are. */
  | { code: 'no-command'; given: number; count: number }
  | { code: 'bad-exit'; given: number }
  | { code: 'few-near'; given: number; least: number }
  | { code: 'focus-parameter'; given: string }
  | { code: 'focus-value'; parameter: string; given: string; expected: string };
