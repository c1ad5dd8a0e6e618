import type { ContainerReading } from '../docker/reading';
import type { ProcessReading } from '../proc/reading';

/** What stands in `unreadable` for the namespaces of a container in a sandbox. */
export const SANDBOX = 'sandbox';

/** The runtimes whose containers are processes of this kernel, as engines name them; with a path or without. */
const PLAIN = /^(.*\/)?(runc|crun|youki|io\.containerd\.runc\.v\d+)$/;

/** Programs that stand for a whole sandbox: gVisor's, the monitors of virtual machines that Kata uses. */
const SANDBOXES =
  /^(runsc(-sandbox)?|qemu-system-\S+|cloud-hypervisor|firecracker|dragonball|containerd-shim-kata\S*)$/;

/**
 * Does it run on a kernel of its own? Then the engine's PID is the sandbox's, which is in namespaces
 * that say nothing of what the container's processes see.
 */
export function isSandboxed(
  { runtime }: Pick<ContainerReading, 'runtime'>,
  leader: ProcessReading | undefined,
): boolean {
  // A runtime that is told is believed: there are containers of runc's in which somebody runs a virtual machine.
  if (runtime !== null && runtime !== '') return !PLAIN.test(runtime);
  if (leader === undefined) return false;
  const program = leader.args?.[0]?.split('/').at(-1) ?? leader.comm;
  return SANDBOXES.test(program);
}
