import { beforeEach, expect, it } from 'vitest';
import type { InsideReading, InsideRequest } from '@lib/inside/reading';
import type { Snapshot } from '@lib/model/snapshot';
import { courseMachine } from '@lib/select/course-machine';
import { InsideRecorder } from './inside-recorder';

const [uts] = courseMachine.namespaces.filter(({ type }) => type === 'uts');
if (uts === undefined) throw new Error('the course has a UTS namespace');

let snapshot: Snapshot;
let hostname: string;
let asked: string[];
let written: string[];
let recorder: InsideRecorder;
const going = new AbortController().signal;

beforeEach(() => {
  snapshot = { ...courseMachine, namespaces: [uts] };
  hostname = 'one';
  asked = [];
  written = [];
  const machine = {
    fresh: () => Promise.resolve(snapshot),
    details: {
      inside: ({ namespace }: InsideRequest): Promise<InsideReading> => {
        asked.push(namespace);
        const told = { hostname, domainname: '(none)', through: 7, unreadable: {} };
        return Promise.resolve({ type: 'uts', ...told });
      },
    },
  };
  recorder = new InsideRecorder(machine, (_namespace, lifetime, reading) => {
    written.push(`${lifetime} ${reading.type === 'uts' ? String(reading.hostname) : ''}`);
  });
});

it('what is as it was is not written again', async () => {
  await recorder.round(going);
  await recorder.round(going);
  expect(asked).toEqual([uts.id, uts.id]);
  expect(written).toEqual([`${uts.lifetime} one`]);
  hostname = 'two';
  await recorder.round(going);
  expect(written).toEqual([`${uts.lifetime} one`, `${uts.lifetime} two`]);
});

it('another namespace under the same number is written anew', async () => {
  await recorder.round(going);
  snapshot = { ...snapshot, namespaces: [{ ...uts, lifetime: 'other' }] };
  await recorder.round(going);
  expect(written).toEqual([`${uts.lifetime} one`, 'other one']);
});

it('nobody is asked of what pictures have all of', async () => {
  const pid = courseMachine.namespaces.filter(({ type }) => type === 'pid');
  snapshot = { ...snapshot, namespaces: pid };
  await recorder.round(going);
  expect(pid.length).toBeGreaterThan(0);
  expect(asked).toEqual([]);
});

it('one that somebody wants to know is read before its turn, and written where it is another', async () => {
  await recorder.look(uts.id, snapshot);
  await recorder.look(uts.id, snapshot);
  expect(written).toEqual([`${uts.lifetime} one`]);
  await recorder.look(uts.id, { ...snapshot, namespaces: [] });
  expect(asked).toEqual([uts.id, uts.id]);
});

it('told to end, it asks no more', async () => {
  await recorder.run(AbortSignal.abort());
  await recorder.round(AbortSignal.abort());
  expect(asked).toEqual([]);
});
