import { Unreadable } from '../../findings/unreadable';
import { HOST } from '../../model/host-word';
import { OWN_KERNEL } from '../../model/own-kernel';
import { execInside, hypervisorFlag } from '../../shell/proof';
import type { Decision } from '../decision';
import type { Arguments } from '../predicate';
import type { Witness } from '../witness';

/** Of the kernel, whoever asks: which one it is, and which of its boots. */
const OF_THE_KERNEL = ['/proc/sys/kernel/osrelease', '/proc/sys/kernel/random/boot_id'];

/** Whatever is found in one /proc runs on one kernel; what has a kernel of its own does not. */
export const sameKernel: Decision<Arguments['same-kernel']> = {
  holds: (witness, [place, name]) => {
    const kernels = [place, name].map((each) => kernelOf(witness, each));
    return kernels.every((kernel) => kernel === 'here');
  },
  shown: (witness, [, name]) => {
    const { bootId, host } = witness.snapshot;
    const container = witness.alive(name);
    if (container === null) return null;
    return {
      command: execInside(witness.snapshot, container, 'cat', ...OF_THE_KERNEL),
      value: kernelOf(witness, name) === 'here' ? `${host.kernel}\n${bootId}` : null,
    };
  },
};

/** The kernel of the machine runs on hardware that software makes, as its processor tells. */
export const hypervisor: Decision<Arguments['hypervisor']> = {
  holds: guestOf,
  shown: (witness) => ({ command: hypervisorFlag(), value: guestOf(witness) ? 'hypervisor' : '' }),
};

/** @throws Unreadable where the processor tells of no flags, as those of arm64 */
function guestOf({ snapshot }: Witness): boolean {
  if (snapshot.host.guest === undefined) throw new Unreadable('not-told');
  return snapshot.host.guest;
}

/** Null: nobody is there. @throws Unreadable */
function kernelOf(witness: Witness, place: string): 'here' | 'another' | null {
  if (place === HOST) return 'here';
  const container = witness.alive(place);
  if (container === null) return null;
  if (Object.values(container.unreadable).includes(OWN_KERNEL)) return 'another';
  return witness.leader(place) === null ? null : 'here';
}
