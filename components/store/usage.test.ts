import { afterEach, expect, it } from 'vitest';
import { LOCAL_HOST } from '@lib/model/host';
import type { UsageMessage } from '@lib/protocol/usage';
import { process } from '@lib/select/course-machine';
import { newerState } from '@lib/select/usage-told';
import { line } from './line';
import { useNsview } from './store';
import { tellStates, useUsage } from './usage';

const SLEEPER = process({ pid: 7 });
const { startTicks } = SLEEPER;

afterEach(() => {
  useNsview.setState({ frozenAt: null, watchedRows: [] });
});

function hear(state: string, at: number): void {
  const message: UsageMessage & { host: string } = {
    ...{ host: LOCAL_HOST, at },
    rows: [{ pid: 7, startTicks, state, rssBytes: 4096, cpuMs: 0 }],
  };
  for (const heard of line.listeners('usage')) heard(message);
}

/** The state by usage, and the newer one that a step was told, as rows show them. */
const shown = () => {
  const told = useUsage.getState().shown;
  return [told.rows.get(7)?.state, newerState(told, SLEEPER)];
};

it('shows of a held moment the state that was told then, whatever comes meanwhile, and then what came', () => {
  useNsview.setState({ watchedRows: [7] });
  hear('S', 1000);
  tellStates([{ pid: 7, startTicks, state: 'T' }]);
  expect(shown()).toEqual(['S', 'T']);
  useNsview.setState({ frozenAt: 1500 });
  hear('R', 2000);
  tellStates([{ pid: 7, startTicks, state: 'Z' }]);
  expect(shown()).toEqual(['S', 'T']);
  useNsview.setState({ frozenAt: null });
  expect(shown()).toEqual(['R', 'Z']);
  hear('S', 3000);
  expect(shown()).toEqual(['S', null]);
});
