import type { Messages } from '../../i18n/messages';
import type { Unreadable } from '../../model/unreadable';

/** `none`: it is known that there is none; `unknown`: that could not be read; `asked`: not yet known. */
export type FactState = 'known' | 'none' | 'unknown' | 'asked';

/** A fact of what a namespace isolates, as a line in its box. */
export interface FactLine {
  /** As the answer names it: what scripts find it by. */
  field: string;
  label: string;
  /** The longest wording first; the last one is cut where it does not fit. */
  texts: readonly string[];
  /** Is it as the kernel writes it? */
  mono: boolean;
  state: FactState;
  /** How much of something is used, from 0 to 1; null: that is not what it tells. */
  used: number | null;
}

/** What is told in a box: where dots have their commands, and where there is less room. */
export interface BoxContent {
  full: readonly FactLine[];
  brief: readonly FactLine[];
}

export interface Member {
  name: string;
  /** Of its leader; null where that is not seen. */
  cgroup: string | null;
}

/** What is not known yet. */
const NOT_YET = '…';

/** A field of an answer, and where that has none, the reason. */
export interface FactOf {
  field: string;
  label: string;
  unreadable: Unreadable;
  messages: Messages;
}

/** What is known. */
export function known(
  field: string,
  label: string,
  texts: readonly string[],
  mono = true,
): FactLine {
  return { field, label, texts, mono, state: 'known', used: null };
}

/** It is known that there is none. */
export function none(field: string, label: string, text: string): FactLine {
  return { field, label, texts: [text], mono: false, state: 'none', used: null };
}

export function notYet(field: string, label: string): FactLine {
  return { field, label, texts: [NOT_YET], mono: false, state: 'asked', used: null };
}

export function unknown({ field, label, unreadable, messages }: FactOf): FactLine {
  const { inside } = messages;
  const texts = [`? ${inside.unknown(unreadable[field])}`, `? ${inside.unknown(undefined)}`];
  return { field, label, texts, mono: false, state: 'unknown', used: null };
}
