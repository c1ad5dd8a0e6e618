import * as z from 'zod/mini';
import { unreadableSchema } from '../model/unreadable';

/** A question about details that are looked up when they are asked for: what it is, in full. */
export interface Question<Q, A> {
  /** What is asked, besides the question's name. Equal questions come out equal, to the letter. */
  question: z.ZodMiniType<Q>;
  answer: z.ZodMiniType<A>;
  /** How each field reads as text: in an address, on a command line. */
  texts: Readonly<Record<string, (text: string) => unknown>>;
}

/** What every answer tells besides what was asked for. */
export const answerBase = {
  /** When it was read, ISO 8601. */
  takenAt: z.string(),
  /** The process or command that it was read through; null: the files of /proc themselves. */
  through: z.nullable(z.string()),
  /** For a field that is null: the errno or another reason. */
  unreadable: unreadableSchema,
};

/** `1,2,3` → numbers; what is none stays as it is, for the schema to refuse. */
export function numbersIn(text: string): (number | string)[] {
  return text.split(',').map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : part));
}

/** `1` or `true`, `0` or `false`; what is none stays as it is, for the schema to refuse. */
export function yesOrNo(text: string): boolean | string {
  if (text === '1' || text === 'true') return true;
  return text === '0' || text === 'false' ? false : text;
}

/** Text that is meant as it stands. */
export function verbatim(text: string): string {
  return text;
}

/** Ties the types of question and answer to a definition. */
export function defineQuestion<Q, A>(definition: Question<Q, A>): Question<Q, A> {
  return definition;
}
