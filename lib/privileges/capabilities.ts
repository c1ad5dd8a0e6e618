/* Capabilities by name: capabilities(7), and the kernel's linux/capability.h, in which their numbers are. */

/** Their place is their number. */
export const CAPABILITIES = [
  ...['CHOWN', 'DAC_OVERRIDE', 'DAC_READ_SEARCH', 'FOWNER', 'FSETID', 'KILL', 'SETGID', 'SETUID'],
  ...['SETPCAP', 'LINUX_IMMUTABLE', 'NET_BIND_SERVICE', 'NET_BROADCAST', 'NET_ADMIN', 'NET_RAW'],
  ...['IPC_LOCK', 'IPC_OWNER', 'SYS_MODULE', 'SYS_RAWIO', 'SYS_CHROOT', 'SYS_PTRACE', 'SYS_PACCT'],
  ...['SYS_ADMIN', 'SYS_BOOT', 'SYS_NICE', 'SYS_RESOURCE', 'SYS_TIME', 'SYS_TTY_CONFIG', 'MKNOD'],
  ...['LEASE', 'AUDIT_WRITE', 'AUDIT_CONTROL', 'SETFCAP', 'MAC_OVERRIDE', 'MAC_ADMIN', 'SYSLOG'],
  ...['WAKE_ALARM', 'BLOCK_SUSPEND', 'AUDIT_READ', 'PERFMON', 'BPF', 'CHECKPOINT_RESTORE'],
] as const;
export type CapabilityName = (typeof CAPABILITIES)[number];

/** Is it one that has a name here? One that is newer than nsview has not. */
export function isCapabilityName(name: string): name is CapabilityName {
  return CAPABILITIES.some((each) => each === name);
}

/**
 * What an engine gives a container that asks for nothing: Docker's reference of `docker run`, "Runtime
 * privilege and Linux capabilities".
 */
export const DEFAULT_CAPABILITIES: readonly string[] = [
  ...['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'SETGID', 'SETUID', 'SETPCAP'],
  ...['NET_BIND_SERVICE', 'NET_RAW', 'SYS_CHROOT', 'MKNOD', 'AUDIT_WRITE', 'SETFCAP'],
];

/** So many bits has a set. */
const BITS = 64;

/** A set of capabilities by name, without `CAP_`, in the order of their numbers; of a newer one the number. */
export function capabilityNames(mask: bigint): string[] {
  const names: string[] = [];
  for (let number = 0; number < BITS; number += 1) {
    if ((mask & (1n << BigInt(number))) !== 0n) names.push(CAPABILITIES[number] ?? String(number));
  }
  return names;
}

/** Those that no container has which asks for nothing, in the order in which they are given. */
export function beyondDefault(names: readonly string[]): string[] {
  return names.filter((name) => !DEFAULT_CAPABILITIES.includes(name));
}

/** Those that such a container has and that are not among these, in the order of their numbers. */
export function withoutDefault(names: readonly string[]): string[] {
  return DEFAULT_CAPABILITIES.filter((name) => !names.includes(name));
}
