import type { Process } from './process';

/** The programs that run a virtual machine each, as /proc names them: `comm` ends after 15 characters. */
const MONITORS = /^(qemu-system-\S+|qemu-kvm|firecracker|cloud-hypervisor?|dragonball)$/;

/**
 * The program by which a process runs a virtual machine; null: by its name it is none of these. A process may
 * call itself what it likes: who tells of it says that it goes by the name.
 */
export function vmMonitor({
  comm,
  args,
  kernelThread,
}: Pick<Process, 'comm' | 'args' | 'kernelThread'>): string | null {
  if (kernelThread) return null;
  const program = args?.[0]?.split('/').at(-1);
  const name = program === undefined || program === '' ? comm : program;
  return MONITORS.test(name) ? name : null;
}
