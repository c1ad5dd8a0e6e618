import type { Decision, Shown } from './decision';
import { isName } from './forms';
import type { Arguments, Leaf, Name } from './predicate';
import { exists, exited, fromImage, running } from './predicates/containers';
import { image, layersShared } from './predicates/images';
import { hypervisor, sameKernel } from './predicates/kernels';
import { limit, noLimit, oomKilled, refused, throttled } from './predicates/limits';
import { mount } from './predicates/mounts';
import { host, own, shares } from './predicates/namespaces';
import { firewall, listens, onlyDevice, reaches, received } from './predicates/networks';
import { hasPid, inSyscall, parent, processes, sees, state } from './predicates/processes';
import { runsAs, uid } from './predicates/users';
import type { Witness } from './witness';

/** Each predicate by its name: how it is decided, and shown. */
const DECISIONS: { readonly [N in Name]: Decision<Arguments[N]> } = {
  exists,
  running,
  exited,
  'from-image': fromImage,
  shares,
  own,
  host,
  sees,
  processes,
  'has-pid': hasPid,
  parent,
  state,
  'in-syscall': inSyscall,
  'same-kernel': sameKernel,
  hypervisor,
  uid,
  'runs-as': runsAs,
  listens,
  reaches,
  'only-device': onlyDevice,
  received,
  firewall,
  mount,
  limit,
  'no-limit': noLimit,
  'oom-killed': oomKilled,
  throttled,
  refused,
  image,
  'layers-shared': layersShared,
  answered: { holds: ({ isAnswered }) => isAnswered, shown: () => null },
};

/** One predicate with its arguments. */
export interface Claim {
  name: Name;
  /** @throws Unreadable */
  holds: (witness: Witness) => boolean;
  /** @throws Unreadable */
  shown: (witness: Witness) => Shown | null;
}

export function claimOf(leaf: Leaf): Claim {
  for (const name of Object.keys(leaf)) {
    const claim = isName(name) ? claimBy(name, leaf) : null;
    if (claim !== null) return claim;
  }
  throw new Error(`no predicate: ${JSON.stringify(leaf)}`);
}

function claimBy<N extends Name>(name: N, leaf: Partial<Arguments>): Claim | null {
  const args = leaf[name];
  if (args === undefined) return null;
  const { holds, shown } = DECISIONS[name];
  return {
    name,
    holds: (witness) => holds(witness, args),
    shown: (witness) => shown(witness, args),
  };
}
