import { expect, it } from 'vitest';
import { container } from '../select/course-machine';
import { standsForPod } from './pod';

const app = container({ name: 'app', pid: 11, startedAt: '2026-11-30T10:00:01Z' });
const late = container({ name: 'late', pid: 12, startedAt: '2026-11-30T10:00:02Z' });
const ended = container({ name: 'ended', pid: 0, startedAt: '2026-11-30T10:00:00Z' });
const pause = { ...container({ name: 'till-0', pid: 10 }), role: 'pause' as const };

const dead = { ...pause, id: 'dead', pid: 0, startedAt: '2026-11-30T09:00:00Z' };

it.each([
  ['of its pause containers the one that runs: the other was before it', [dead, pause], pause],
  ['its pause container', [late, app, pause], pause],
  ['without one the first that runs', [late, ended, app], app],
  ['where none runs one that did', [ended], ended],
  ['nobody where nobody is in it', [], null],
])('who stands for a pod: %s', (_, containers, expected) => {
  expect(standsForPod(containers)).toBe(expected);
});
