import type { ShmMount } from '@lib/inside/ipc';
import type { Told } from '@lib/inside/told';

/** What may be asked of the root of a process, `root` being its folder. */
export type Question =
  { kind: 'file'; root: string; path: string; limit: number } | { kind: 'shm'; root: string };

export type Kind = Question['kind'];
export type QuestionOf<K extends Kind> = Extract<Question, { kind: K }>;

/** What a helper says: an answer, or null when it is ready for the first question. */
export interface Said<T> {
  value: T;
}

/** What is answered to each kind. */
export interface Answers {
  file: Told<string>;
  /** Null: nothing of its own is mounted there. */
  shm: Told<ShmMount | null>;
}
