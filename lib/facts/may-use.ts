import type { Flag } from '../config/config';
import type { Messages } from '../i18n/messages';
import { dockerSize } from '../images/size';
import {
  cpuBar,
  diskBar,
  isUnlimited,
  ioBar,
  memoryBar,
  pidsBar,
  quotaCores,
  type UseBar,
} from '../layout/use/use-bar';
import { saidRates } from '../use/said-rates';
import { saidSize } from '../use/said-size';
import type { Controller, Use } from '../use/use';
import { readCgroup } from './cgroup-proof';

export type UseWhat = 'memory' | 'cpu' | 'pids' | 'io' | 'disk';

/** What a limit did to who reached it. */
export interface Done {
  text: string;
  /** Something was lost, or only took longer. */
  isBad: boolean;
}

/** What a container uses of something, what it may use at most, and what that limit did. */
export interface MayUse {
  what: UseWhat;
  /** As the kernel counts it; null: there is none, it is not known, or each device has one of its own. */
  limit: number | null;
  /** The flag that set it, or in words what it is. */
  under: { code: string } | string;
  bar: UseBar;
  /** The large number, and what stands behind it. */
  figure: readonly [number: string, rest: string] | null;
  says: readonly string[];
  did: readonly Done[];
  /** Why something of it is not known, by its name in `unreadable`. */
  unknown: readonly { field: string; text: string }[];
  /** What shows all that. */
  commands: readonly string[];
}

interface UseOf {
  use: Use;
  /** How many processors it keeps busy, which two readings tell; null: not known, or not yet. */
  cores: number | null;
  /** The moment is held, and nothing more is read of it. */
  isHeld: boolean;
  /** How many processes it has. */
  processes: number;
  /** As which it was started; null: that is not known. */
  flags: readonly Flag[] | null;
  /** What shows its disk's use. */
  sizeCommand: string;
  messages: Pick<Messages, 'mayUse'>;
}

/** Which flags set a limit, as they are typed. */
const SET_BY: Readonly<Record<UseWhat, RegExp>> = {
  memory: /^--memory /,
  cpu: /^--(cpus|cpu-quota) /,
  pids: /^--pids-limit /,
  io: /^--device-(read|write)-/,
  disk: /^--storage-opt size=/i,
};

/** What a container may use, in the order in which it stands on the page. */
export function mayUse(of: UseOf): MayUse[] {
  return [memoryUse(of), cpuUse(of), pidsUse(of), ioUse(of), diskUse(of)];
}

function memoryUse(of: UseOf): MayUse {
  const { use, messages } = of;
  const words = messages.mayUse;
  const { usedBytes, limitBytes, cacheBytes, peakBytes, oomKills } = use.memory;
  const limit = limitBytes === null ? null : saidSize(limitBytes);
  const held =
    usedBytes === null || cacheBytes === null ? null : Math.max(0, usedBytes - cacheBytes);
  const used = usedBytes === null ? null : saidSize(usedBytes, limit?.unit);
  const size = (bytes: number) => saidSize(bytes).text;
  return {
    ...common(of, 'memory', limitBytes, limit?.text ?? null),
    bar: memoryBar(use),
    figure: used === null ? null : [used.number, limit === null ? used.unit : words.of(limit.text)],
    says: [
      ...(held === null ? [] : [words.memory.held(size(held))]),
      ...(cacheBytes === null ? [] : [words.memory.cache(size(cacheBytes))]),
      ...(peakBytes === null ? [] : [words.memory.peak(size(peakBytes))]),
      ...above(of, 'memory', use.memory.limitFrom),
    ],
    did: (oomKills ?? 0) > 0 ? [{ text: words.memory.killed(oomKills ?? 0), isBad: true }] : [],
  };
}

function cpuUse(of: UseOf): MayUse {
  const { use, cores, messages } = of;
  const words = messages.mayUse;
  const { cpu, machine } = use;
  const quota = quotaCores(cpu);
  const { periods, throttledPeriods } = cpu;
  const percent =
    periods === null || throttledPeriods === null || periods === 0
      ? 0
      : (throttledPeriods / periods) * 100;
  const limit = quota === null ? null : words.cpu.someCores(short(quota));
  // As of all else: of what it may have, and only without a limit of what there is.
  const whole = limit ?? (machine.cpus === null ? null : words.cpu.cores(machine.cpus));
  return {
    ...common(of, 'cpu', quota, limit),
    bar: cpuBar(use, cores),
    figure: cores === null ? null : [cores.toFixed(2), whole === null ? '' : words.of(whole)],
    says: [...countedOver(of), ...above(of, 'cpu', cpu.limitFrom)],
    did:
      percent > 0
        ? [{ text: words.cpu.throttled(percent < 1 ? '< 1' : percent.toFixed(0)), isBad: false }]
        : [],
  };
}

/** What the figure was counted over, or why there is none yet; that it was not read is said elsewhere. */
function countedOver({ use, cores, isHeld, messages }: UseOf): string[] {
  const { cpu } = messages.mayUse;
  if (cores !== null) return [cpu.minute];
  if (use.cpu.usedMs === null) return [];
  return [isHeld ? cpu.held : cpu.counting];
}

function pidsUse(of: UseOf): MayUse {
  const { use, processes, messages } = of;
  const words = messages.mayUse;
  const { current, limit, refused, limitFrom } = use.pids;
  const isOwn = limit !== null && limitFrom === use.paths.pids;
  const wasFull = isOwn && (refused ?? 0) > 0 && current !== null && current < limit;
  return {
    ...common(of, 'pids', limit, limit === null ? null : String(limit)),
    bar: pidsBar(use),
    figure:
      current === null
        ? null
        : [String(current), limit === null ? words.pids.tasks(current) : words.of(String(limit))],
    says: [
      ...(current === null ? [] : [words.pids.threads(processes, current)]),
      // Fewer are there by now: those that were refused have ended, or who asked for them.
      ...(wasFull ? [words.pids.full(limit)] : []),
      ...above(of, 'pids', limitFrom),
    ],
    did: (refused ?? 0) > 0 ? [{ text: words.pids.refused(refused ?? 0), isBad: true }] : [],
  };
}

function ioUse(of: UseOf): MayUse {
  const { use, messages } = of;
  const words = messages.mayUse;
  const { io } = use;
  const sum = (field: 'readBytes' | 'writtenBytes') =>
    (io ?? []).reduce((all, device) => all + device[field], 0);
  const [read, written] = [sum('readBytes'), sum('writtenBytes')];
  const rates = (io ?? []).flatMap(({ device, limits }) => {
    const held = saidRates(limits, words.io.rates);
    return held.length === 0 ? [] : [words.io.held(device, held)];
  });
  const isFree = io !== null && rates.length === 0 && use.unreadable['io.limits'] === undefined;
  const number = parted(dockerSize(read));
  return {
    ...common(of, 'io', null, null),
    under: flagsOf(of, 'io') ?? (isFree ? words.noLimit : ''),
    bar: ioBar(read, written, isFree),
    figure: io === null ? null : [number[0], words.io.read(number[1])],
    says:
      io === null
        ? []
        : [
            words.io.written(parted(dockerSize(written)).join(' ')),
            ...(isFree ? [words.io.free] : rates),
          ],
    did: [],
  };
}

function diskUse(of: UseOf): MayUse {
  const { use, messages, sizeCommand } = of;
  const words = messages.mayUse;
  const { writableBytes } = use.disk;
  const number = writableBytes === null ? null : parted(dockerSize(writableBytes));
  const { unknown, ...known } = common(of, 'disk', null, null);
  const isSet = flagsOf(of, 'disk') !== null;
  const isFree = !isSet && isUnlimited(null, use, 'disk.limitBytes');
  return {
    ...known,
    // Of a limit that was set its flag tells.
    unknown: unknown.filter(({ field }) => field !== 'disk.limitBytes' || !isSet),
    bar: diskBar(writableBytes, isFree),
    figure: number === null ? null : [number[0], words.disk.used(number[1])],
    says: isFree ? [words.disk.free] : [],
    did: [],
    commands: [sizeCommand],
  };
}

/** What is the same of all. @param limit as the kernel counts it @param said the same in words */
function common(of: UseOf, what: UseWhat, limit: number | null, said: string | null) {
  const { use, messages } = of;
  const words = messages.mayUse;
  const unknown = unknownOf(of, what);
  const isUnknown = unknown.some(({ field }) => LIMITS.includes(field));
  const none = isUnknown ? '' : words.noLimit;
  return {
    what,
    limit,
    under: flagsOf(of, what) ?? (said === null ? none : words.limited(said)),
    unknown,
    commands: what === 'disk' ? [] : readCgroup(use, what),
  };
}

/** The flag that set the limit, as it was typed. */
function flagsOf({ flags }: UseOf, what: UseWhat): { code: string } | null {
  const set = (flags ?? [])
    .map(({ flag, value }) => (value === null ? flag : `${flag} ${value}`))
    .filter((typed) => SET_BY[what].test(typed));
  return set.length === 0 ? null : { code: set.join(' ') };
}

const LIMITS = ['memory.limitBytes', 'cpu.quotaMs', 'pids.limit', 'io.limits', 'disk.limitBytes'];

/** What is not known, each reason once: first what matters most. */
function unknownOf({ use, messages }: UseOf, what: UseWhat): MayUse['unknown'] {
  const { fields, unknownOf: said } = messages.mayUse;
  const named: Readonly<Record<string, string>> = {
    [`${what}`]: fields.used,
    'memory.usedBytes': fields.used,
    'memory.limitBytes': fields.limit,
    'memory.peakBytes': fields.peak,
    'memory.oomKills': fields.did,
    'cpu.usedMs': fields.used,
    'cpu.quotaMs': fields.limit,
    'cpu.throttledPeriods': fields.did,
    'pids.current': fields.used,
    'pids.limit': fields.limit,
    'pids.refused': fields.did,
    'io.limits': fields.limit,
    'disk.writableBytes': fields.used,
    'disk.limitBytes': fields.limit,
  };
  const told = new Set<string>();
  return Object.entries(named).flatMap(([field, name]) => {
    const why = use.unreadable[field];
    if (why === undefined || field.split('.')[0] !== what || told.has(why)) return [];
    told.add(why);
    return [{ field, text: said(name, why) }];
  });
}

/** Whose the limit is, where it is another's than its own. */
function above({ use, messages }: UseOf, controller: Controller, from: string | null): string[] {
  return from === null || from === use.paths[controller] ? [] : [messages.mayUse.from(from)];
}

/** At most two digits behind the point, and none that say nothing. */
function short(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** `12.3kB` as its number and its unit. */
function parted(size: string): readonly [string, string] {
  const [, number = '', unit = ''] = /^([\d.]+)(.*)$/.exec(size) ?? [];
  return [number, unit];
}
