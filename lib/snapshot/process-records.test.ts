import { describe, expect, it } from 'vitest';
import { perType } from '../model/namespace-type';
import type { HostReading } from '../proc/reading';
import { ProcessRecords } from './process-records';
import { sampleReading } from './sample-reading';

const NAMESPACES = perType(() => null);
const HOST: HostReading = {
  bootId: 'b',
  bootTime: 1000,
  ticksPerSecond: 100,
  hostname: 'h',
  kernel: '6.18',
  cgroups: 'v2',
  namespaces: NAMESPACES,
  lacks: [],
  namespacesFrom: 'pid1',
  reader: { uid: 0, namespaces: NAMESPACES },
  hidepid: null,
  unreadable: {},
};
const OWNER = { engine: 'docker:a', container: 'c'.repeat(64) };
const [SHELL, SLEEP] = [sampleReading(7), sampleReading(8, 7)];

describe('the record of a process', () => {
  it.each([
    ['nothing has changed', [SHELL, SLEEP], OWNER, HOST, true],
    ['another has come', [SHELL, SLEEP, sampleReading(9)], OWNER, HOST, true],
    ['another has gone', [SLEEP], OWNER, HOST, true],
    ['the host is read anew', [SHELL, SLEEP], OWNER, { ...HOST, hostname: 'new' }, true],
    ['it was read anew', [SHELL, { ...SLEEP }], OWNER, HOST, false],
    ['it is no container’s any more', [SHELL, SLEEP], null, HOST, false],
    ['it is another engine’s', [SHELL, SLEEP], { ...OWNER, engine: 'docker:b' }, HOST, false],
    ['the clock was set', [SHELL, SLEEP], OWNER, { ...HOST, bootTime: 2000 }, false],
  ])('is the very same or not where %s', (_, readings, owner, host, same) => {
    const records = new ProcessRecords();
    const recordOf = (...look: Parameters<ProcessRecords['of']>) =>
      records.of(...look).find(({ pid }) => pid === SLEEP.pid) ?? expect.fail('it is not there');
    const before = recordOf([SHELL, SLEEP], () => OWNER, HOST);
    const after = recordOf(readings, () => owner, host);
    expect(after === before).toBe(same);
    expect(after).toEqual(new ProcessRecords().of([SLEEP], () => owner, host)[0]);
  });

  it('is forgotten once it is gone', () => {
    const records = new ProcessRecords();
    const look = () => records.of([SHELL], () => null, HOST)[0];
    const before = look();
    expect(look()).toBe(before);
    records.of([], () => null, HOST);
    expect(look()).not.toBe(before);
  });
});
