/*
 * /proc/PID/setgroups, user_namespaces(7): may setgroups(2) be called in its user namespace?
 * allow
 */
import { ProcParseError } from './parse-error';

export const SETGROUPS = ['allow', 'deny'] as const;
export type Setgroups = (typeof SETGROUPS)[number];

export function parseSetgroups(text: string): Setgroups {
  const found = SETGROUPS.find((each) => text === `${each}\n`);
  if (found === undefined) throw new ProcParseError('setgroups', 'allow or deny');
  return found;
}
