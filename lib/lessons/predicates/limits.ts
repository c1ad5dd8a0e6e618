import { readCgroup } from '../../facts/cgroup-proof';
import { Unreadable } from '../../findings/unreadable';
import { saidSize } from '../../use/said-size';
import type { Use } from '../../use/use';
import type { Decision, Shown } from '../decision';
import type { Arguments, LIMITED } from '../predicate';
import type { Witness } from '../witness';
import { stateOf } from './containers';

type Limited = (typeof LIMITED)[number];

/** The kernel keeps limits of memory in whole pages, of 64 KiB at most. */
const PAGE = 65_536;

/** It is this that counts, be it its own or that of a cgroup above. */
export const limit: Decision<Arguments['limit']> = {
  holds: (witness, [name, of, wanted]) => {
    const use = readUse(witness, name);
    if (use === null) return false;
    const within = of === 'memory' ? PAGE : 1;
    return limitsOf(use, of).some((each) => Math.abs(each - wanted) < within);
  },
  shown: limitShown,
};

export const noLimit: Decision<Arguments['no-limit']> = {
  holds: (witness, [name, of]) => {
    const use = readUse(witness, name);
    return use !== null && limitsOf(use, of).length === 0;
  },
  shown: limitShown,
};

/** Processes of it were killed, since the step began, because there was no room. */
export const oomKilled = counter(
  ...(['memory', 'memory.oomKills', 'oom_kill'] as const),
  ({ memory }) => memory.oomKills,
);

/** It was held back since the step began. */
export const throttled = counter(
  ...(['cpu', 'cpu.throttledPeriods', 'nr_throttled'] as const),
  ({ cpu }) => cpu.throttledPeriods,
);

/** Forks of it were refused since the step began. */
export const refused = counter(
  ...(['pids', 'pids.refused', 'max'] as const),
  ({ pids }) => pids.refused,
);

/** @param line the word that stands before the count in the cgroup's file */
function counter(
  what: 'memory' | 'cpu' | 'pids',
  field: string,
  line: string,
  countOf: (use: Use) => number | null,
): Decision<string> {
  const read = (use: Use): number => {
    const count = countOf(use);
    if (count === null) throw new Unreadable(use.unreadable[field] ?? 'ENODATA');
    return count;
  };
  return {
    holds: (witness, name) => {
      const container = witness.container(name);
      if (container === null) return false;
      const use = readUse(witness, name);
      if (use === null && stateOf(container) === 'created') return false;
      // Its cgroup is gone with it, and all that it counted.
      if (use === null) throw new Unreadable('ESRCH');
      return witness.growth(field, container, read(use)) > 0;
    },
    shown: (witness, name) => {
      const use = readUse(witness, name);
      if (use === null) return null;
      return { command: commandOf(use, what), value: `${line} ${String(read(use))}` };
    },
  };
}

function limitShown(
  witness: Witness,
  [name, of]: readonly [string, Limited, number?],
): Shown | null {
  const use = readUse(witness, name);
  if (use === null) return null;
  const limits = limitsOf(use, of);
  return {
    command: of === 'disk' ? null : commandOf(use, of),
    value: limits.length === 0 ? null : limits.map((each) => withUnit(each, of, use)).join('\n'),
  };
}

/** A limit as the cgroup's files have it, and as a person says it: `67108864 = 64 MiB`. */
function withUnit(limit: number, of: Limited, { cpu }: Use): string {
  const bytes = () => `${String(limit)} = ${saidSize(limit).text}`;
  switch (of) {
    case 'memory':
    case 'disk':
      return bytes();
    case 'io':
      return `${bytes()}/s`;
    case 'pids':
      return String(limit);
    case 'cpu': {
      const micros = [cpu.quotaMs, cpu.periodMs].map((ms) => String(Math.round((ms ?? 0) * 1000)));
      return `${micros.join(' / ')} = ${String(limit / 1000)} CPU`;
    }
  }
}

/** Null: nobody is there. @throws Unreadable */
function readUse(witness: Witness, name: string): Use | null {
  const container = witness.alive(name);
  return container === null ? null : witness.use(container);
}

/** In bytes, thousandths of a CPU, processes, bytes a second; none: there is no limit. @throws Unreadable */
function limitsOf(use: Use, of: Limited): number[] {
  const { memory, cpu, pids, io, unreadable } = use;
  const known = (field: string, value: number | null): number[] => {
    const why = unreadable[field];
    if (value === null && why !== undefined) throw new Unreadable(why);
    return value === null ? [] : [value];
  };
  switch (of) {
    case 'memory':
      return known('memory.limitBytes', memory.limitBytes);
    case 'cpu': {
      const { quotaMs, periodMs } = cpu;
      const part = quotaMs === null || periodMs === null ? null : (1000 * quotaMs) / periodMs;
      return known('cpu.quotaMs', part);
    }
    case 'pids':
      return known('pids.limit', pids.limit);
    case 'io': {
      const why = unreadable.io ?? unreadable['io.limits'];
      if (why !== undefined || io === null) throw new Unreadable(why ?? 'ENODATA');
      const rates = io.flatMap(({ limits }) => [limits.readBytes, limits.writtenBytes]);
      return rates.flatMap((rate) => (rate === undefined ? [] : rate.perSecond));
    }
    case 'disk':
      throw new Unreadable('quota-unseen');
  }
}

function commandOf(use: Use, what: 'memory' | 'cpu' | 'pids' | 'io'): string | null {
  return readCgroup(use, what)[0] ?? null;
}
