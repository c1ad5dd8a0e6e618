/*
 * /proc/PID/stat, proc_pid_stat(5):
 * 5186 (cat) R 5183 5183 3706 0 -1 4194304 99 0 0 0 0 0 0 0 20 0 1 0 76754 3133440 362 …
 */
import { ProcParseError } from './parse-error';

export interface Stat {
  pid: number;
  comm: string;
  /** `R`, `S`, `D`, `Z`… */
  state: string;
  ppid: number;
  kernelThread: boolean;
  threads: number;
  /** Clock ticks after boot, as text: it can pass 2^53. */
  startTicks: string;
  /** utime + stime, in clock ticks. */
  cpuTicks: number;
  rssPages: number;
}

const OPEN = 0x28;
const CLOSE = 0x29;
const SPACE = 0x20;
/** include/linux/sched.h */
const PF_KTHREAD = 0x00200000;
const PF_WQ_WORKER = 0x00000020;
/** A worker's own name; what it works on just now follows after `-` or `+`. */
const WORKER_NAME = /^kworker\/u?\d+:\d+[A-Z]*(?=[-+])/;

/** Where fields stand in the list that begins with the state (field 3 of the man page). */
const FIELD = {
  state: 0,
  ppid: 1,
  flags: 6,
  utime: 11,
  stime: 12,
  threads: 17,
  start: 19,
  rss: 21,
};
const FIELDS_NEEDED = FIELD.rss + 1;

const utf8 = new TextDecoder();

/**
 * Reads the fields that nsview shows of /proc/PID/stat.
 *
 * A process chooses its own comm: it can hold parentheses, newlines and bytes that are no UTF-8.
 * So comm goes from the first `(` to the *last* `)`; all after that is numbers and cannot lie.
 * The kernel appends to a workqueue thread's comm what it works on; that changes all the time and
 * is left out.
 */
export function parseStat(bytes: Uint8Array): Stat {
  const open = bytes.indexOf(OPEN);
  const close = bytes.lastIndexOf(CLOSE);
  if (open < 1 || close < open) throw new ProcParseError('stat', 'a comm in parentheses');
  const fields = ascii(bytes, close + 2, bytes.length).split(' ', FIELDS_NEEDED);
  if (bytes[close + 1] !== SPACE || fields.length < FIELDS_NEEDED) {
    throw new ProcParseError('stat', `${String(FIELDS_NEEDED)} fields after comm`);
  }
  const state = fields[FIELD.state] ?? '';
  if (!/^[A-Za-z]$/.test(state)) throw new ProcParseError('stat', 'a state letter');
  const flags = integer(fields, 'flags');
  const comm = utf8.decode(bytes.subarray(open + 1, close));
  return {
    pid: digits(ascii(bytes, 0, open - 1), 'a pid'),
    comm: (flags & PF_WQ_WORKER) !== 0 ? (WORKER_NAME.exec(comm)?.[0] ?? comm) : comm,
    state,
    ppid: integer(fields, 'ppid'),
    kernelThread: (flags & PF_KTHREAD) !== 0,
    threads: integer(fields, 'threads'),
    startTicks: startTicks(fields),
    cpuTicks: integer(fields, 'utime') + integer(fields, 'stime'),
    rssPages: integer(fields, 'rss'),
  };
}

function startTicks(fields: string[]): string {
  const text = fields[FIELD.start] ?? '';
  if (!/^\d{1,20}$/.test(text)) throw new ProcParseError('stat', 'a start time');
  return text;
}

function integer(fields: string[], name: keyof typeof FIELD): number {
  return digits(fields[FIELD[name]] ?? '', `a number for ${name}`);
}

function digits(text: string, expected: string): number {
  if (!/^-?\d{1,20}$/.test(text)) throw new ProcParseError('stat', expected);
  return Number(text);
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i] ?? 0);
  return text;
}
