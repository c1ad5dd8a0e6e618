/*
 * /proc/cpuinfo, proc_cpuinfo(5), as x86 has it:
 * flags		: fpu vme de pse tsc … rdrand hypervisor lahf_lm …
 */
import { ProcParseError } from './parse-error';

/**
 * Does the first processor tell of a hypervisor below the kernel (CPUID leaf 1, ECX bit 31)? Then the machine is
 * a virtual one. A hypervisor need not tell of itself.
 *
 * @param text the file, or its beginning @throws ProcParseError where it has no line of flags, as on arm64
 */
export function tellsOfHypervisor(text: string): boolean {
  const [, flags] = /^flags\s*: (.*)\n/m.exec(text) ?? [];
  if (flags === undefined) throw new ProcParseError('cpuinfo', 'a line flags');
  return flags.split(' ').includes('hypervisor');
}
