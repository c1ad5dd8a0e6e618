import type { Engine } from '../model/host';
import { ctrAt } from '../shell/clients';
import { clientOf } from '../shell/engine-client';
import { shellLine } from '../shell/shell-line';

/** The command lines that show what is said of an engine. */

export function engineVersion(engine: Engine): string {
  return shellLine([...clientOf(engine).words, 'version']);
}

/** All containers, running or not; containerd's own client lists those of one namespace. */
export function listContainers(engine: Engine): string {
  const { speaks, words } = clientOf(engine);
  if (speaks !== 'ctr') return shellLine([...words, 'ps', '--all']);
  const ctr = shellLine(ctrAt(engine.endpoint));
  return `for n in $(${ctr} namespaces ls -q); do ${ctr} --namespace "$n" containers ls; done`;
}
