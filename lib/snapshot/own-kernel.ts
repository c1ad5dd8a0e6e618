import type { ContainerReading } from '../docker/reading';
import type { ProcessReading } from '../proc/reading';

/** The runtimes whose containers are processes of this kernel, as engines name them; with a path or without. */
const PLAIN = /^(.*\/)?(runc|crun|youki|io\.containerd\.runc\.v\d+)$/;

/** Programs that stand for a whole kernel: gVisor's, the monitors of virtual machines that Kata uses. */
const KERNELS =
  /^(runsc(-sandbox)?|qemu-system-\S+|cloud-hypervisor|firecracker|dragonball|containerd-shim-kata\S*)$/;

/**
 * Does it run on a kernel of its own? Then the engine's PID is that kernel's, which is in namespaces
 * that say nothing of what the container's processes see.
 */
export function hasOwnKernel(
  { runtime }: Pick<ContainerReading, 'runtime'>,
  leader: ProcessReading | undefined,
): boolean {
  // A runtime that is told is believed: there are containers of runc's in which somebody runs a virtual machine.
  if (runtime !== null && runtime !== '') return !PLAIN.test(runtime);
  if (leader === undefined) return false;
  const program = leader.args?.[0]?.split('/').at(-1) ?? leader.comm;
  return KERNELS.test(program);
}
