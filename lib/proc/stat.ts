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
const MINUS = 0x2d;
const NEWLINE = 0x0a;
const ZERO = 0x30;
const NINE = 0x39;
/** Digits of an unsigned 64-bit number. */
const LONGEST_NUMBER = 20;
/** Digits of a number that a double can tell from its neighbours. */
const LONGEST_EXACT = 15;
/** include/linux/sched.h */
const PF_KTHREAD = 0x00200000;
const PF_WQ_WORKER = 0x00000020;
/** A worker's own name; what it works on just now follows after `-` or `+`. */
const WORKER_NAME = /^kworker\/u?\d+:\d+[A-Z]*(?=[-+])/;

/** Where fields stand after comm: the state, field 3 of the man page, is the first. */
const FIELD = { ppid: 1, flags: 6, utime: 11, stime: 12, threads: 17, start: 19, rss: 21 };

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
  if (open < 2 || close < open || bytes[open - 1] !== SPACE || bytes[close + 1] !== SPACE) {
    throw new ProcParseError('stat', 'a pid and a comm in parentheses');
  }
  const state = String.fromCharCode(bytes[close + 2] ?? 0);
  if (!/^[A-Za-z]$/.test(state) || bytes[close + 3] !== SPACE) {
    throw new ProcParseError('stat', 'a state letter');
  }
  const starts = fieldStarts(bytes, close + 2);
  const flags = integer(bytes, starts[FIELD.flags], 'flags');
  const comm = utf8.decode(bytes.subarray(open + 1, close));
  return {
    pid: integer(bytes, 0, 'pid'),
    comm: (flags & PF_WQ_WORKER) !== 0 ? (WORKER_NAME.exec(comm)?.[0] ?? comm) : comm,
    state,
    ppid: integer(bytes, starts[FIELD.ppid], 'ppid'),
    kernelThread: (flags & PF_KTHREAD) !== 0,
    threads: integer(bytes, starts[FIELD.threads], 'threads'),
    startTicks: digits(bytes, starts[FIELD.start]),
    cpuTicks:
      integer(bytes, starts[FIELD.utime], 'utime') + integer(bytes, starts[FIELD.stime], 'stime'),
    rssPages: integer(bytes, starts[FIELD.rss], 'rss'),
  };
}

/** Offsets of the fields from `from` on, as far as they are needed. */
function fieldStarts(bytes: Uint8Array, from: number): number[] {
  const starts = [from];
  for (let i = from; i < bytes.length && starts.length <= FIELD.rss; i++) {
    if (bytes[i] === SPACE) starts.push(i + 1);
  }
  return starts;
}

function integer(bytes: Uint8Array, from: number | undefined, name: string): number {
  let at = from ?? bytes.length;
  const negative = bytes[at] === MINUS;
  if (negative) at++;
  const start = at;
  let value = 0;
  for (; isDigit(bytes[at]); at++) value = value * 10 + (bytes[at] ?? ZERO) - ZERO;
  if (at === start || at - start > LONGEST_EXACT || !isFieldEnd(bytes[at])) {
    throw new ProcParseError('stat', `a number for ${name}`);
  }
  return negative ? -value : value;
}

function digits(bytes: Uint8Array, from: number | undefined): string {
  const start = from ?? bytes.length;
  let text = '';
  let at = start;
  for (; isDigit(bytes[at]); at++) text += String.fromCharCode(bytes[at] ?? ZERO);
  if (at === start || at - start > LONGEST_NUMBER || !isFieldEnd(bytes[at])) {
    throw new ProcParseError('stat', 'a start time');
  }
  return text;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}

function isFieldEnd(byte: number | undefined): boolean {
  return byte === undefined || byte === SPACE || byte === NEWLINE;
}
