import type { Messages } from '../i18n/messages';
import { clockOf } from '../inside/clock';
import type { Inside } from '../inside/inside';
import type { MountInside } from '../inside/mnt';
import { endingOf } from '../inside/pid';
import { namesTold } from '../model/container-ref';
import { IDENTITY, isSameMap } from '../model/id-map';
import type { Snapshot } from '../model/snapshot';
import { mountFacts } from './mounts';

/** What a namespace isolates, in a few words; each part is told by itself. */
export interface InShort {
  parts: readonly string[];
  /** What somebody should know of. */
  warnings: readonly string[];
  /** Why something of it is missing: an errno or another reason. */
  unknown: string | null;
}

/** Of a network: what it has, and who listens. */
const LISTENING = [
  ...['devices', 'listening', 'listening.tcp', 'listening.tcp6', 'listening.udp', 'listening.udp6'],
];

/** Of addresses, ports and names so many are told. */
const FEW = 3;

/** What matters most of what a namespace isolates, for one line. */
export function inShort(
  inside: Inside,
  snapshot: Snapshot,
  messages: Pick<Messages, 'inside' | 'lensContent' | 'model'>,
): InShort {
  const words = messages.inside.short;
  const few = (texts: readonly string[]) => firstOf(texts, messages);
  /** @param fields what the parts are made of */
  const told = (
    fields: readonly string[],
    parts: readonly string[],
    warnings: readonly string[] = [],
  ) => ({
    ...{ parts, warnings },
    unknown: fields.flatMap((field) => inside.unreadable[field] ?? [])[0] ?? null,
  });
  switch (inside.type) {
    case 'pid': {
      // With number 1 of the machine everything ends.
      if (inside.levels === 0) return told([], []);
      const { with: first, others } = endingOf(inside, snapshot);
      const nameOf = namesTold(snapshot);
      const names = (others ?? []).map(nameOf);
      const init = first === null ? null : nameOf(first);
      const ends = () => messages.lensContent.ends(few(names), names.length, init);
      return told(['endsWith'], names.length === 0 ? [] : [ends()]);
    }
    case 'net': {
      const own = (inside.devices ?? []).filter(({ name }) => name !== 'lo');
      const addresses = [...own.flatMap((each) => each.addresses), ...inside.looseAddresses]
        .filter((address) => !isLocal(address))
        .map((address) => address.replace(/\/\d+$/, ''));
      const ports = [...new Set((inside.listening ?? []).map(({ port }) => port))];
      const at = ports.sort((a, b) => a - b).map((port) => `:${port}`);
      return told(LISTENING, [
        ...(addresses.length > 0 ? [few(addresses)] : []),
        ...(inside.devices !== null && own.length === 0 ? [words.loopbackOnly] : []),
        ...(at.length > 0 ? [words.listensAt(few(at))] : []),
      ]);
    }
    case 'mnt': {
      const { mounts } = inside;
      if (mounts === null) return told(['mounts'], []);
      const { dangerous } = mountFacts(mounts, snapshot);
      const warnings = dangerous.flatMap(({ danger, from, writable }) =>
        danger === null ? [] : [messages.inside.danger(danger, from, writable)],
      );
      return told(
        ['mounts', 'mounts.hostPath'],
        words.given(ofKind(mounts, 'volume'), ofKind(mounts, 'bind')),
        warnings,
      );
    }
    case 'user': {
      const { uidMap } = inside;
      if (uidMap === null) return told(['uidMap'], []);
      if (isSameMap(uidMap, IDENTITY)) return told(['uidMap'], [words.sameIds]);
      const first = uidMap.find(([within]) => within === 0);
      return told(['uidMap'], [first === undefined ? words.noRoot : words.rootIs(first[1])]);
    }
    case 'ipc': {
      const { segments, semaphores, queues } = inside;
      return told(
        ['segments', 'semaphores', 'queues'],
        [
          ...(segments?.length ? [words.segments(segments.length)] : []),
          ...(semaphores?.length ? [words.semaphores(semaphores.length)] : []),
          ...(queues?.length ? [words.queues(queues.length)] : []),
        ],
      );
    }
    case 'uts':
      return told(['hostname'], inside.hostname === null ? [] : [inside.hostname]);
    case 'cgroup':
      return told(['root'], inside.root === null ? [] : [words.rootOf(inside.root)]);
    case 'time': {
      const { boottimeNs } = inside;
      const isOwn = boottimeNs !== null && clockOf(boottimeNs).ahead !== null;
      return told(
        ['boottimeNs'],
        isOwn ? [words.booted(messages.inside.clock(clockOf(boottimeNs)))] : [],
      );
    }
  }
}

/** An address that leads nowhere but here, or to the next wire's end. */
function isLocal(address: string): boolean {
  return address.startsWith('127.') || address.startsWith('::1') || address.startsWith('fe80:');
}

function ofKind(mounts: readonly MountInside[], kind: MountInside['kind']): number {
  return mounts.filter((mount) => mount.kind === kind && !mount.hidden).length;
}

function firstOf(texts: readonly string[], { inside, model }: Pick<Messages, 'inside' | 'model'>) {
  const first = model.list(texts.slice(0, FEW));
  return texts.length > FEW ? inside.short.andMore(first, texts.length - FEW) : first;
}
