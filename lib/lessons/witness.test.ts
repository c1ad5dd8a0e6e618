import { describe, expect, it } from 'vitest';
import { Unreadable } from '../findings/unreadable';
import type { Container } from '../model/container';
import { machine } from './fixtures/machine';
import { lessonOf, runOf, sightOf } from './fixtures/sight';
import { Witness } from './witness';

describe('a container whose process is not told', () => {
  const lesson = lessonOf({ running: 'c1' });
  const up = machine([{ name: 'c1', nth: 1 }]);
  const run = runOf(lesson, up);
  const witness = (state: Container['state']) => {
    const containers = up.containers.map((each) => ({
      ...each,
      ...{ pid: 0, state, unreadable: { pid: 'ENODATA' } },
    }));
    return new Witness(run, 'one', sightOf(run, lesson, { ...up, containers }));
  };

  it.each(['running', 'paused'] as const)('has one all the same while it is %s', (state) => {
    expect(() => witness(state).alive('c1')).toThrow(new Unreadable('ENODATA'));
  });

  it('has none once it has ended', () => {
    expect(witness('exited').alive('c1')).toBeNull();
  });
});
