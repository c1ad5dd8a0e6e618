import { describe, expect, it } from 'vitest';
import { keptRun } from './kept-run';
import type { Run } from './run';

const RUN: Run = {
  lesson: 'isolation',
  bootId: 'b1',
  suffix: '',
  heard: ['docker'],
  foreign: { 'docker ab12': { name: 'c2', engine: 'docker' } },
  bound: { c1: { id: 'cd34', engine: 'docker' } },
  steps: {
    'run-c1': {
      since: 1,
      newestTicks: 1,
      chosen: null,
      wasOpen: true,
      doneAt: 5,
      sawAt: 5,
      factsAt: { 0: 5 },
      bound: { c1: { id: 'ab12', engine: 'docker' } },
      openHints: [1],
      before: { oom: 0 },
      ran: {
        0: {
          exit: null,
          because: { code: 'deadline', seconds: '60' },
          news: [{ code: 'image-instead', image: 'ubuntu', instead: 'debian' }],
          text: 'docker: …',
          left: 3,
          at: 4,
        },
      },
    },
  },
  lab: { 'run-c1': [0, 2] },
};

describe('a run that was kept', () => {
  it('comes back as it was', () => {
    expect(keptRun(JSON.stringify(RUN), 'isolation', 'b1')).toEqual(RUN);
  });

  it('comes back as well where it does not say what was seen: it was kept before that was asked', () => {
    const step = { since: 1, newestTicks: 1, wasOpen: true, bound: {}, openHints: [], before: {} };
    const before = { ...step, chosen: 'own', doneAt: 5, told: true };
    const run = { ...RUN, steps: { 'ps-in-c1': before } };
    expect(keptRun(JSON.stringify(run), 'isolation', 'b1')).toEqual(run);
  });

  it.each([
    ['nothing', null],
    ['no JSON', '{"lesson":'],
    ['something else', '[]'],
    ['without its steps', JSON.stringify({ ...RUN, steps: undefined })],
    ['of another lesson', JSON.stringify({ ...RUN, lesson: 'limits' })],
    ['of another boot', JSON.stringify({ ...RUN, bootId: 'b0' })],
  ])('%s: it is begun anew', (_, text) => {
    expect(keptRun(text, 'isolation', 'b1')).toBeNull();
  });
});
