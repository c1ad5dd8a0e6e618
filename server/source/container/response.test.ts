import { describe, expect, it } from 'vitest';
import type { ReaderCall } from '../../proc/calls';
import { readHost, readUnits } from '../../proc/host';
import { Scanner } from '../../proc/incremental';
import { createNsIoctl } from '../../proc/ns-ioctl';
import { ProcessReader } from '../../proc/process';
import { ProcRoot } from '../../proc/read';
import { parseResponse } from './response';

const proc = new ProcRoot('/proc');
const reader = new ProcessReader(proc, readUnits(proc), { args: true });
const tick = () =>
  new Scanner(reader, createNsIoctl()).tick({ now: 0, watchedPids: [], full: true });

describe('parseResponse', () => {
  it.each<[ReaderCall['name'], () => unknown]>([
    ['host', () => readHost(reader)],
    ['tick', tick],
    ['usage', () => reader.usage([process.pid])],
    ['findListener', () => ({ listener: null, reason: 'not-listening' })],
  ])('what the reader answers to %s is as it was, to the last field', (name, read) => {
    const response = { id: 7, answer: { name, value: read() } };
    expect(parseResponse(JSON.stringify(response))).toEqual(response);
  });

  it('nothing changed, a search is over, and what went wrong', () => {
    for (const response of [
      { id: 1, answer: { name: 'tick', value: null } },
      { id: 2, answer: { name: 'search' } },
      { id: 3, error: 'EACCES' },
    ]) {
      expect(parseResponse(JSON.stringify(response))).toEqual(response);
    }
  });

  it.each([
    ['no JSON', 'hello'],
    ['half of it', '{"id":1,"answer":{"name":"tick"'],
    ['another JSON', '[]'],
    ['an answer to nothing', '{"answer":{"name":"tick","value":null}}'],
    ['an unknown answer', '{"id":1,"answer":{"name":"shell","value":null}}'],
    [
      'a namespace that is none',
      '{"id":1,"answer":{"name":"tick","value":{"full":true,"put":[],"gone":[],"namespaces":[],"namespacesGone":["<b>"],"hidden":0}}}',
    ],
    ['a number that is none', '{"id":1,"answer":{"name":"usage","value":[{"pid":"1"}]}}'],
  ])('%s is not taken', (_, line) => {
    expect(parseResponse(line)).toBeNull();
  });
});
