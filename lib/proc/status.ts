/*
 * /proc/PID/status, proc_pid_status(5):
 * Name:\tcat … Tgid:\t2652\n… Uid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\n… NSpid:\t2652\t1\n…
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
