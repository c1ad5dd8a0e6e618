/*
 * /proc/PID/status, proc_pid_status(5):
 * Name:\tcat … Tgid:\t2652\n… Uid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\n… NSpid:\t2652\t1\n…
 * CapEff:\t00000000a80425fb\n… NoNewPrivs:\t0\nSeccomp:\t2\n…
 */
import { ProcParseError } from './parse-error';

export interface Status {
  /** The PID of the process, also where the file is that of another of its threads. */
  tgid: number;
  /** Effective ids. */
  uid: number;
  gid: number;
  /** The PID in each nested PID namespace, outermost first; null before Linux 4.1. */
  nsPids: number[] | null;
}

/** Ids of a process, credentials(7). */
export interface Ids {
  real: number;
  effective: number;
  saved: number;
  fileSystem: number;
}

/** The sets of capabilities(7), in the order of the file. */
export const CAPABILITY_SETS = [
  'inheritable',
  'permitted',
  'effective',
  'bounding',
  'ambient',
] as const;

/** SECCOMP_MODE_… of seccomp(2), as the file numbers them. */
export const SECCOMP_MODES = ['off', 'strict', 'filter'] as const;

/** What the process may do. Null: an older kernel, or one built without it, has no such line. */
export interface Rights {
  uids: Ids;
  gids: Ids;
  /** One bit for each capability, by its number. */
  capabilities: Record<(typeof CAPABILITY_SETS)[number], bigint | null>;
  seccomp: (typeof SECCOMP_MODES)[number] | null;
  noNewPrivileges: boolean | null;
}

/** Reads what /proc/PID/status tells of what the process may do. */
export function parseRights(text: string): Rights {
  return {
    uids: ids(text, 'Uid'),
    gids: ids(text, 'Gid'),
    capabilities: {
      inheritable: mask(text, 'CapInh'),
      permitted: mask(text, 'CapPrm'),
      effective: mask(text, 'CapEff'),
      bounding: mask(text, 'CapBnd'),
      ambient: mask(text, 'CapAmb'),
    },
    seccomp: oneOf(text, 'Seccomp', SECCOMP_MODES),
    noNewPrivileges: oneOf(text, 'NoNewPrivs', [false, true]),
  };
}

/**
 * Reads what only /proc/PID/status tells. A newline in the process's name stands there as `\n`
 * (two characters), so a line's beginning cannot be forged.
 */
export function parseStatus(text: string): Status {
  return {
    tgid: number(text, 'Tgid'),
    uid: effective(text, 'Uid'),
    gid: effective(text, 'Gid'),
    nsPids: pids(text),
  };
}

function number(text: string, key: 'Tgid'): number {
  const value = line(text, key);
  if (value === null || !/^\d{1,10}$/.test(value)) throw new ProcParseError('status', key);
  return Number(value);
}

/** The second of real, effective, saved and file system id. */
function effective(text: string, key: 'Uid' | 'Gid'): number {
  const id = line(text, key)?.split('\t')[1];
  if (id === undefined || !/^\d{1,10}$/.test(id)) {
    throw new ProcParseError('status', `four ids in ${key}`);
  }
  return Number(id);
}

function ids(text: string, key: 'Uid' | 'Gid'): Ids {
  const four = /^(\d{1,10})\t(\d{1,10})\t(\d{1,10})\t(\d{1,10})$/.exec(line(text, key) ?? '');
  if (four === null) throw new ProcParseError('status', `four ids in ${key}`);
  const [real = 0, effective = 0, saved = 0, fileSystem = 0] = four.slice(1).map(Number);
  return { real, effective, saved, fileSystem };
}

function mask(text: string, key: string): bigint | null {
  const value = line(text, key);
  if (value === null) return null;
  if (!/^[0-9a-f]{16}$/.test(value)) throw new ProcParseError('status', `16 digits in ${key}`);
  return BigInt(`0x${value}`);
}

function oneOf<T>(text: string, key: string, values: readonly T[]): T | null {
  const value = line(text, key);
  if (value === null) return null;
  const meant = /^\d$/.test(value) ? values[Number(value)] : undefined;
  if (meant === undefined) throw new ProcParseError('status', `a known number in ${key}`);
  return meant;
}

function pids(text: string): number[] | null {
  const value = line(text, 'NSpid');
  if (value === null) return null;
  return value.split('\t').map((pid) => {
    if (!/^\d{1,10}$/.test(pid)) throw new ProcParseError('status', 'pids in NSpid');
    return Number(pid);
  });
}

function line(text: string, key: string): string | null {
  const start = `\n${key}:\t`;
  const at = text.indexOf(start);
  if (at < 0) return null;
  const end = text.indexOf('\n', at + start.length);
  return text.slice(at + start.length, end < 0 ? undefined : end);
}
