import type { ContainerReading } from '../docker/reading';
import type { ProcessReading } from '../proc/reading';

/** The runtimes whose containers are processes of this kernel, as engines name them; with a path or without. */
const PLAIN =
  /^(.*\/)?(runc|crun|youki|nvidia|nvidia-container-runtime|io\.containerd\.runc\.v\d+)$/;

/** Those that give one of their own, by the names that their own documentation installs them under. */
const OWN = /^(.*\/)?(runsc|gvisor|kata(-\S+)?|io\.containerd\.(runsc|kata(-\S+)?)\.v\d+)$/;

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
  // A runtime that is known is believed: there are containers of runc's in which somebody runs a virtual machine.
  if (runtime !== null && PLAIN.test(runtime)) return false;
  if (runtime !== null && OWN.test(runtime)) return true;
  // Any other name is what an administrator called something, as CRI-O's handlers are: what runs tells.
  if (leader === undefined) return false;
  const program = leader.args?.[0]?.split('/').at(-1) ?? leader.comm;
  return KERNELS.test(program);
}
