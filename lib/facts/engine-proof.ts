import type { Engine } from '../model/host';
import { clientOf } from '../shell/engine-client';
import { shellLine } from '../shell/shell-line';

/** The command lines that show what is said of an engine. */

export function engineVersion(engine: Engine): string {
  return shellLine([...clientOf(engine), 'version']);
}

/** All containers, running or not. */
export function listContainers(engine: Engine): string {
  return shellLine([...clientOf(engine), 'ps', '--all']);
}
