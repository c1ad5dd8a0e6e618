import type { Question } from '@lib/netlink/message';
import type { Door } from './visit';

/* The messages between the thread that enters namespaces and the one that asks. */

/** What answers one question, or is in one file; or the errno that says why there is nothing. */
export type Told = { bytes: Uint8Array; errno: null } | { bytes: null; errno: string };

export type Errand =
  /** By netlink. */
  | { questions: readonly Question[] }
  /** Files that differ from namespace to namespace, by their whole paths. */
  | { paths: readonly string[] };

export interface Request {
  id: number;
  door: Door;
  errand: Errand;
}

/** What the thread is told when it starts. */
export interface ThreadData {
  procRoot: string;
}

/** The same reason for each. */
export function allUntold(errand: Errand, errno: string): Told[] {
  const asked = 'questions' in errand ? errand.questions : errand.paths;
  return asked.map(() => ({ bytes: null, errno }));
}
