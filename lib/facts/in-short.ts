import type { Messages } from '../i18n/messages';
import { clockOf } from '../inside/clock';
import type { Inside } from '../inside/inside';
import type { MountInside } from '../inside/mnt';
import { IDENTITY, isSameMap } from '../model/id-map';
import type { Container } from '../model/container';
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

/** Of addresses, ports and names so many are told. */
const FEW = 3;

/** What matters most to a container of what one of its namespaces isolates, for one line. */
export function inShort(
  inside: Inside,
  container: Container,
  snapshot: Snapshot,
  messages: Messages['inside'],
): InShort {
  const words = messages.short;
  const told = (field: string, parts: readonly string[], warnings: readonly string[] = []) => ({
    ...{ parts, warnings },
    unknown: inside.unreadable[field] ?? null,
  });
  switch (inside.type) {
    case 'pid': {
      const { init, endsWith } = inside;
      const first = snapshot.containers.find(({ pid }) => pid === init);
      const ends = snapshot.containers.filter(({ id }) => endsWith?.includes(id) === true);
      if (first !== undefined && ends.includes(container)) {
        return told('endsWith', [words.endsWhen(container.name, first.name)]);
      }
      const names = ends.map(({ name }) => name);
      const others = names.length === 0 ? [] : [words.endsWhen(few(names, words), container.name)];
      return told('endsWith', others);
    }
    case 'net': {
      const own = (inside.devices ?? []).filter(({ name }) => name !== 'lo');
      const addresses = [...own.flatMap((each) => each.addresses), ...inside.looseAddresses]
        .filter((address) => !isLocal(address))
        .map((address) => address.replace(/\/\d+$/, ''));
      const ports = [...new Set((inside.listening ?? []).map(({ port }) => port))];
      const at = ports.sort((a, b) => a - b).map((port) => `:${port}`);
      return told('devices', [
        ...(addresses.length > 0 ? [few(addresses, words)] : []),
        ...(inside.devices !== null && own.length === 0 ? [words.loopbackOnly] : []),
        ...(at.length > 0 ? [words.listensAt(few(at, words))] : []),
      ]);
    }
    case 'mnt': {
      const { mounts } = inside;
      if (mounts === null) return told('mounts', []);
      const { dangerous } = mountFacts(mounts, snapshot);
      const warnings = dangerous.flatMap(({ danger, from, writable }) =>
        danger === null ? [] : [messages.danger(danger, from, writable)],
      );
      return told(
        'mounts',
        words.given(ofKind(mounts, 'volume'), ofKind(mounts, 'bind')),
        warnings,
      );
    }
    case 'user': {
      const { uidMap } = inside;
      if (uidMap === null) return told('uidMap', []);
      if (isSameMap(uidMap, IDENTITY)) return told('uidMap', [words.sameIds]);
      const first = uidMap.find(([within]) => within === 0);
      return told('uidMap', [first === undefined ? words.noRoot : words.rootIs(first[1])]);
    }
    case 'ipc': {
      const { segments, semaphores, queues } = inside;
      return told('segments', [
        ...(segments?.length ? [words.segments(segments.length)] : []),
        ...(semaphores?.length ? [words.semaphores(semaphores.length)] : []),
        ...(queues?.length ? [words.queues(queues.length)] : []),
      ]);
    }
    case 'uts':
      return told('hostname', inside.hostname === null ? [] : [inside.hostname]);
    case 'cgroup':
      return told('root', inside.root === null ? [] : [words.rootOf(inside.root)]);
    case 'time': {
      const { boottimeNs } = inside;
      const isOwn = boottimeNs !== null && clockOf(boottimeNs).ahead !== null;
      return told('boottimeNs', isOwn ? [words.booted(messages.clock(clockOf(boottimeNs)))] : []);
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

function few(texts: readonly string[], words: Messages['inside']['short']): string {
  const first = texts.slice(0, FEW).join(', ');
  return texts.length > FEW ? words.andMore(first, texts.length - FEW) : first;
}
