/*
 * freezer.state of v1, freezer-subsystem.rst
 * FROZEN
 */
import { ProcParseError } from './parse-error';

/** Is it held, by itself or by a cgroup above it? One that is about to be runs still. @throws ProcParseError */
export function parseFreezerState(text: string): boolean {
  const state = text.trimEnd();
  if (state === 'FROZEN') return true;
  if (state === 'THAWED' || state === 'FREEZING') return false;
  throw new ProcParseError('freezer.state', 'THAWED, FREEZING or FROZEN');
}
