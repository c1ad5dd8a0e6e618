import { elapsed } from '../../i18n/elapsed';
import type { CgroupInside } from '../../inside/cgroup';
import { clockOf } from '../../inside/clock';
import type { Inside } from '../../inside/inside';
import type { IpcInside } from '../../inside/ipc';
import type { UtsInside } from '../../inside/uts';
import { idOutside, isSameMap, IDENTITY } from '../../model/id-map';
import { leaderOf } from '../../select/leader-of';
import { saidSize } from '../../use/said-size';
import { inShort } from '../in-short';
import { joined, type Part, type SeenLines, type Sight } from './sight';

type Of<Type extends Inside['type']> = Extract<Inside, { type: Type }>;

/** Whom its root is outside. */
export function userLines({ messages }: Sight, { uidMap }: Of<'user'>): SeenLines {
  const words = messages.inFull.user;
  if (uidMap === null) return { headline: [], detail: [] };
  const root = idOutside(uidMap, 0);
  const mapped = uidMap.reduce((sum, [, , length]) => sum + length, 0);
  return {
    headline: [root === null ? words.noRoot : words.rootIs(root)],
    detail: [isSameMap(uidMap, IDENTITY) ? words.same : words.mapped(mapped)],
    isBad: root === 0,
  };
}

/** What processes share memory and send messages by. */
export function ipcLines({ snapshot, messages }: Sight, inside: Of<'ipc'>): SeenLines {
  const words = messages.inFull.ipc;
  const { parts } = inShort(inside, snapshot, messages);
  const known = inside.segments !== null && inside.semaphores !== null && inside.queues !== null;
  return {
    headline: shmLine(inside, words, inside.unreadable.shmMount !== undefined),
    detail:
      parts.length > 0
        ? joined(
            parts.map((part) => [part]),
            messages.inFull.between,
          )
        : known
          ? [words.nothing]
          : [],
  };
}

function shmLine(
  { shmMount }: IpcInside,
  words: Sight['messages']['inFull']['ipc'],
  isUnknown: boolean,
): Part[] {
  if (isUnknown) return [];
  const path = { code: '/dev/shm' };
  if (shmMount === null) return words.noShm<Part>(path);
  const { sizeBytes, usedBytes } = shmMount;
  return words.shm<Part>(
    path,
    sizeBytes === null ? null : saidSize(sizeBytes).text,
    usedBytes === 0 ? null : saidSize(usedBytes).text,
  );
}

/** What it is called. */
export function utsLines({ snapshot, fact, messages }: Sight, { hostname }: UtsInside): SeenLines {
  const words = messages.inFull.uts;
  if (hostname === null) return { headline: [], detail: [] };
  const isHosts = fact.id === snapshot.host.namespaces.uts;
  return {
    headline: words.name<Part>({ code: hostname }),
    detail: [isHosts ? words.asHost : words.host(snapshot.host.hostname)],
  };
}

/** Where it believes to be in the tree of cgroups. */
export function cgroupLines(
  { snapshot, container, fact, messages }: Sight,
  { root }: CgroupInside,
): SeenLines {
  const words = messages.inFull.cgroup;
  const own = leaderOf(snapshot, container)?.cgroup ?? null;
  if (fact.id === snapshot.host.namespaces.cgroup) {
    const slash = { code: '/' };
    if (own === null) return { headline: [], detail: words.ownWould<Part>(slash) };
    return { headline: words.reads<Part>({ code: own }), detail: words.ownWould<Part>(slash) };
  }
  if (root === null) return { headline: [], detail: [] };
  const within = own?.startsWith(root) === true ? own.slice(root.length) : '';
  return {
    headline: words.reads<Part>({ code: within === '' ? '/' : within }),
    detail: words.is<Part>({ code: root }),
  };
}

/** By which clocks it goes. */
export function timeLines({ snapshot, now, messages }: Sight, inside: Of<'time'>): SeenLines {
  const { inFull, inside: clocks, inspector } = messages;
  const words = inFull.time;
  const { boottimeNs, monotonicNs } = inside;
  if (boottimeNs === null) return { headline: [], detail: [] };
  const boot = clockOf(boottimeNs);
  const monotonic = monotonicNs === null ? null : clockOf(monotonicNs);
  if (boot.ahead !== null || (monotonic !== null && monotonic.ahead !== null)) {
    return {
      headline: [words.boot(clocks.clock(boot))],
      detail: monotonic === null ? [] : [words.monotonic(clocks.clock(monotonic))],
    };
  }
  // The first process began with the machine.
  const since = snapshot.processes.find(({ pid }) => pid === 1)?.startedAt ?? null;
  const up = since === null ? null : elapsed(since, now);
  return {
    headline: [words.host, ...(up === null ? [] : [words.up(inspector.elapsed(up))])],
    detail: [words.noOffset],
  };
}
