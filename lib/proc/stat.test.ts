import { describe, expect, it } from 'vitest';
import { ProcParseError } from './parse-error';
import { parseStat } from './stat';

/** A whole line; `pid (comm) state`, then the fields from ppid on, flags given. */
function line(head: string, flags = 4194304): Uint8Array {
  return new TextEncoder().encode(
    `${head} 1 7 7 0 -1 ${String(flags)} 99 0 0 0 11 5 0 0 20 0 3 0 76754 3133440 362 1844 9 8\n`,
  );
}

describe('fault 4: comm', () => {
  it.each([
    ['plain', '7 (cat) S', 'cat'],
    ['empty', '7 () S', ''],
    ['with spaces', '7 (Web Content) S', 'Web Content'],
    ['with closing parenthesis', '7 (a)) S', 'a)'],
    ['that looks like fields', '7 (a) S 1 (b) S', 'a) S 1 (b'],
    ['with a newline', '7 (a\nb) S', 'a\nb'],
    ['that begins with a parenthesis', '7 ((sd-pam)) S', '(sd-pam)'],
    ['not ASCII', '7 (日本) S', '日本'],
  ])('%s', (_, head, comm) => {
    expect(parseStat(line(head))).toEqual({
      pid: 7,
      comm,
      state: 'S',
      ppid: 1,
      kernelThread: false,
      threads: 3,
      startTicks: '76754',
      cpuTicks: 16,
      rssPages: 362,
    });
  });
});

describe('fault 11: kernel threads', () => {
  const WORKER = 69238880;
  it.each([
    ['at work', '7 (kworker/0:1-events) I', WORKER, 'kworker/0:1'],
    ['working now', '7 (kworker/u8:2+flush) I', WORKER, 'kworker/u8:2'],
    ['high priority', '7 (kworker/1:0H-kblockd) I', WORKER, 'kworker/1:0H'],
    ['idle', '7 (kworker/0:0) I', WORKER, 'kworker/0:0'],
    ['rescuer, whose name it is', '7 (kworker/R-rcu_gp) I', WORKER, 'kworker/R-rcu_gp'],
    ['no worker', '7 (kthreadd) S', 2129984, 'kthreadd'],
  ])('%s', (_, head, flags, comm) => {
    expect(parseStat(line(head, flags))).toMatchObject({ comm, kernelThread: true });
  });

  it('a program that calls itself a worker is none', () => {
    expect(parseStat(line('7 (kworker/0:1-x) S'))).toMatchObject({
      comm: 'kworker/0:1-x',
      kernelThread: false,
    });
  });
});

it('a start time beyond 2^53 keeps every digit', () => {
  const text = new TextDecoder().decode(line('7 (a) S')).replace('76754', '18446744073709551615');
  expect(parseStat(new TextEncoder().encode(text)).startTicks).toBe('18446744073709551615');
});

it.each([
  ['nothing', ''],
  ['no parentheses', '7 cat S 1 7 7 0'],
  ['no pid', '(cat) S 1 7'],
  ['cut after comm', '7 (cat)'],
  ['cut in the middle', '7 (cat) S 1 7 7 0 -1 4194304 99 0'],
  ['no state', '7 (cat) 1 7 7 0 -1 4194304 99 0 0 0 11 5 0 0 20 0 3 0 76754 3133440 362'],
  ['a word for a number', '7 (cat) S x 7 7 0 -1 0 99 0 0 0 11 5 0 0 20 0 3 0 76754 31 362'],
  ['a number too large', '7 (cat) S 9007199254740993 7 7 0 -1 0 99 0 0 0 11 5 0 0 20 0 3 0 4 31 2'],
  ['a start time below 0', '7 (cat) S 1 7 7 0 -1 0 99 0 0 0 11 5 0 0 20 0 3 0 -4 31 362'],
])('%s: a ProcParseError', (_, text) => {
  expect(() => parseStat(new TextEncoder().encode(text))).toThrow(ProcParseError);
});
