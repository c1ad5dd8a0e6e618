import { describe, expect, it } from 'vitest';
import type { EngineState } from '../model/host';
import { courseMachine } from './course-machine';
import { enginesOutlook } from './engines';

const [engine] = courseMachine.engines;

function outlook(...states: EngineState[]) {
  if (engine === undefined) expect.fail('the course has an engine');
  const engines = states.map((state, index) => ({ ...engine, id: `e${String(index)}`, state }));
  const { state, engines: meant, complete } = enginesOutlook(engines);
  return [state, meant.map(({ id }) => id).join(), complete];
}

describe('how several engines are doing', () => {
  it.each<[EngineState[], EngineState, string, boolean]>([
    [['connected'], 'connected', 'e0', true],
    [['connected', 'connected'], 'connected', 'e0,e1', true],
    [['connected', 'disconnected'], 'disconnected', 'e1', false],
    [['connecting', 'connected'], 'connecting', 'e0', false],
    [['disconnected', 'connecting', 'denied'], 'denied', 'e2', false],
    [['absent'], 'absent', 'e0', false],
    [[], 'absent', '', false],
  ])('%j: %s, of %s', (states, ...expected) => {
    expect(outlook(...states)).toEqual(expected);
  });
});
