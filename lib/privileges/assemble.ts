import { unreadableOf, type Told } from '../inside/told';
import type { Limit } from '../proc/limits';
import { CAPABILITY_SETS, type Rights } from '../proc/status';
import type { ProcessRequest, Privileges } from './privileges';
import { beyondDefault, capabilityNames, withoutDefault } from './capabilities';
import { syscallName } from './syscall-names';

/** What the files of a process said, each or why it did not. */
export interface PrivilegeReadings extends ProcessRequest {
  /** Of the machine, as Node calls it. */
  architecture: string;
  kernelThread: boolean;
  /** status */
  rights: Told<Rights>;
  /** attr/current; null: it is empty. */
  label: Told<string | null>;
  syscall: Told<number | 'running' | 'none'>;
  /** auxv: it runs a program of 32 bits. */
  of32Bits: Told<boolean>;
  /** null: it says `0`. */
  wchan: Told<string | null>;
  /** fd, as far as they are of namespaces. */
  namespaceFiles: Told<NonNullable<Privileges['namespaceFiles']>>;
  limits: Told<Limit[]>;
}

/** What stands in `unreadable` for what the kernel would tell, were it a newer one or built with it. */
const NOT_TOLD = 'not-told';
/** attr/current, where no security module labels anything: none has the file, or there is no such file. */
const NO_MODULE: readonly (string | null)[] = ['EINVAL', 'ENOENT'];

/** Puts together what a process may do, and what it does now. */
export function privilegesOf(readings: PrivilegeReadings): Privileges {
  const { pid, startTicks, rights, namespaceFiles, limits } = readings;
  const label = labelOf(readings.label);
  const { call, nameless } = callOf(readings);
  const wchan = wchanOf(readings);
  return {
    pid,
    startTicks,
    capabilities: capabilitiesOf(rights.value),
    seccomp: rights.value?.seccomp ?? null,
    noNewPrivileges: rights.value?.noNewPrivileges ?? null,
    lsm: label.value,
    call: call.value,
    wchan: wchan.value,
    namespaceFiles: namespaceFiles.value,
    limits: limits.value,
    uids: rights.value?.uids ?? null,
    gids: rights.value?.gids ?? null,
    unreadable: {
      ...unknownRights(rights),
      ...unreadableOf({
        lsm: label.reason,
        call: call.reason,
        'call.name': nameless,
        wchan: wchan.reason,
        namespaceFiles: namespaceFiles.reason,
        limits: limits.reason,
      }),
    },
  };
}

function capabilitiesOf(rights: Rights | null): Privileges['capabilities'] {
  const named = (mask: bigint | null | undefined) =>
    mask === null || mask === undefined ? null : capabilityNames(mask);
  const sets = rights?.capabilities;
  const effective = named(sets?.effective);
  return {
    effective,
    permitted: named(sets?.permitted),
    inheritable: named(sets?.inheritable),
    bounding: named(sets?.bounding),
    ambient: named(sets?.ambient),
    beyondDefault: effective === null ? null : beyondDefault(effective),
    withoutDefault: effective === null ? null : withoutDefault(effective),
  };
}

/** Reasons for what is null of `rights`. */
function unknownRights({ value, reason }: Told<Rights>): Record<string, string> {
  const of = (known: unknown) =>
    known === null || known === undefined ? (reason ?? NOT_TOLD) : null;
  const effective = of(value?.capabilities.effective);
  return unreadableOf({
    ...Object.fromEntries(
      CAPABILITY_SETS.map((set) => [`capabilities.${set}`, of(value?.capabilities[set])]),
    ),
    'capabilities.beyondDefault': effective,
    'capabilities.withoutDefault': effective,
    seccomp: of(value?.seccomp),
    noNewPrivileges: of(value?.noNewPrivileges),
    uids: of(value?.uids),
    gids: of(value?.gids),
  });
}

function labelOf(label: Told<string | null>): Told<string | null> {
  return NO_MODULE.includes(label.reason) ? { value: null, reason: null } : label;
}

function callOf({ syscall, of32Bits, kernelThread, architecture }: PrivilegeReadings): {
  call: Told<NonNullable<Privileges['call']>>;
  nameless: string | null;
} {
  // It makes no calls, though its file says 0, the number of one.
  if (kernelThread) return { call: { value: 'none', reason: null }, nameless: null };
  if (syscall.value === null) return { call: syscall, nameless: null };
  const { value: number } = syscall;
  if (typeof number === 'string') return { call: { value: number, reason: null }, nameless: null };
  const name =
    of32Bits.value === null ? of32Bits : syscallName(number, architecture, of32Bits.value);
  return { call: { value: { number, name: name.value }, reason: null }, nameless: name.reason };
}

/** Who lacks the right to `syscall` reads `0` there, as of a process that waits nowhere. */
function wchanOf({ wchan, syscall }: PrivilegeReadings): Told<string | null> {
  const kept = wchan.value === null && wchan.reason === null && syscall.reason !== null;
  return kept ? { value: null, reason: syscall.reason } : wchan;
}
