import { expect, it } from 'vitest';
import type { CallName } from '../../proc/calls';
import { readHost, readUnits } from '../../proc/host';
import { Scanner } from '../../proc/incremental';
import { listensAt } from '../../proc/listens-at';
import { createNsIoctl } from '../../proc/ns-ioctl';
import { readPrivileges } from '../../proc/privileges';
import { ProcessReader } from '../../proc/process';
import { ProcRoot } from '../../proc/read';
import { ANSWERS, parseResponse } from './response';

const proc = new ProcRoot('/proc');
const reader = new ProcessReader(proc, readUnits(proc), { args: true });
const startTicks = reader.usage([process.pid])[0]?.startTicks ?? '';
const tick = () =>
  new Scanner(reader, createNsIoctl()).tick({ now: 0, watchedPids: [], full: true });

it.each<[CallName, () => unknown]>([
  ['host', () => readHost(reader)],
  ['tick', tick],
  ['tick', () => null],
  ['usage', () => reader.usage([process.pid])],
  ['findListener', () => ({ listener: null, reason: 'not-listening' })],
  ['listensAt', () => listensAt(proc, process.pid)],
  ['listensAt', () => ({ paths: null, reason: 'EACCES' })],
  ['privileges', () => readPrivileges(proc, { pid: process.pid, startTicks })],
  ['privileges', () => null],
  ['search', () => undefined],
  ['hurry', () => undefined],
])('what the reader answers to %s is as it was, to the last field', (name, read) => {
  const value = read();
  const response = parseResponse(JSON.stringify({ id: 7, value }));
  expect(response).toEqual({ id: 7, value });
  expect(ANSWERS[name].parse(value)).toEqual(value);
});

it('what went wrong is told', () => {
  const response = { id: 3, error: 'EACCES' };
  expect(parseResponse(JSON.stringify(response))).toEqual(response);
});

it.each([
  ['no JSON', 'hello'],
  ['half of it', '{"id":1,"value":{"full"'],
  ['another JSON', '[]'],
  ['an answer to nothing', '{"value":null}'],
  ['more than an answer', '{"id":1,"value":null,"run":"rm"}'],
])('%s is not taken', (_, line) => {
  expect(parseResponse(line)).toBeNull();
});

it('a number that is none is no answer', () => {
  expect(ANSWERS.usage.safeParse([{ pid: '1' }]).success).toBe(false);
});
