import { describe, expect, it } from 'vitest';
import type { Use } from '../use/use';
import type { Details } from './about';
import { c1, config, NOT_READ, rule, USE } from './fixtures/one';

/* Whether anything limits a container: its cgroups know it best. */

type Told = [use: Details['use'], config: Details['config']];

const pids = (limit: number | null): Use => ({ ...USE, pids: { ...USE.pids, limit } });
const memory = (limitBytes: number | null): Use => ({
  ...USE,
  memory: { ...USE.memory, limitBytes },
});

/** `undefined`: it is not found; a text: so its command prints the limit. */
const printed = (name: 'no-memory-limit' | 'no-pids-limit', [use, started]: Told) => {
  const { found, unknown } = rule(name, { use, config: started });
  return { value: found?.evidence[0]?.value, unknown };
};

describe('processes', () => {
  it.each<[what: string, told: Told, value: string | undefined, unknown?: string]>([
    ['a limit that cgroups have', [pids(10), config({})], undefined],
    ['the same, where its engine tells nothing', [pids(10), NOT_READ], undefined],
    ['none, kept as nothing', [pids(null), config({})], 'null'],
    ['none, kept as null', [pids(null), config({ PidsLimit: null })], 'null'],
    ['none, kept as -1', [pids(null), config({ PidsLimit: -1 })], '-1'],
    ['none, kept as 0', [pids(null), config({ PidsLimit: 0 })], '0'],
    ['one that was asked for and is not there', [pids(null), config({ PidsLimit: 9 })], '9'],
    ['one asked for, where cgroups are not read', [NOT_READ, config({ PidsLimit: 9 })], undefined],
    ['none asked for, where cgroups are not read', [NOT_READ, config({})], undefined, 'EACCES'],
    ['nothing told by either', [NOT_READ, NOT_READ], undefined, 'EACCES'],
    ['none, where its engine tells nothing', [pids(null), NOT_READ], undefined, 'EACCES'],
  ])('%s', (_what, told, value, unknown) => {
    expect(printed('no-pids-limit', told)).toEqual({ value, unknown });
  });

  it('says how to see it', () => {
    const { found } = rule('no-pids-limit', { use: pids(null), config: config({}) });
    const command = `docker inspect --format '{{json .HostConfig.PidsLimit}}' ${c1.name}`;
    expect(found?.evidence).toEqual([{ command, value: 'null' }]);
  });
});

describe('memory', () => {
  it.each<[what: string, told: Told, value: string | undefined]>([
    ['a limit that cgroups have', [memory(1), config({})], undefined],
    ['the same, where its engine tells nothing', [memory(1), NOT_READ], undefined],
    ['none, kept as nothing', [memory(null), config({})], '0'],
    ['none, kept as -1', [memory(null), config({ Memory: -1 })], '-1'],
  ])('%s', (_what, told, value) => {
    expect(printed('no-memory-limit', told)).toEqual({ value, unknown: undefined });
  });
});
