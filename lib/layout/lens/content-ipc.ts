import type { Messages } from '../../i18n/messages';
import type { Inside } from '../../inside/inside';
import type { IpcInside } from '../../inside/ipc';
import { shortBytes } from '../../select/usage';
import {
  known,
  none,
  notYet,
  unknown,
  type BoxContent,
  type FactLine,
  type Member,
} from './fact-line';

/** So many objects of a kind have a line each. */
const MOST = 3;

type Kind = 'segments' | 'semaphores' | 'queues';
const KINDS: readonly Kind[] = ['segments', 'semaphores', 'queues'];

/** System V objects of an IPC namespace with their keys and sizes, and how full /dev/shm is. */
export function ipcLines(
  inside: Inside | null,
  _members: readonly Member[],
  messages: Messages,
): BoxContent {
  const words = messages.inside;
  if (inside?.type !== 'ipc') {
    const shm = notYet('shmMount', words.shmMount);
    return {
      full: [...KINDS.map((kind) => notYet(kind, words[kind])), shm],
      brief: [notYet('segments', messages.lensContent.sysV), shm],
    };
  }
  const lines = KINDS.flatMap((kind): FactLine[] => {
    const { [kind]: objects, unreadable } = inside;
    const label = words[kind];
    if (objects === null) return [unknown({ field: kind, label, unreadable, messages })];
    if (objects.length === 0) return [none(kind, label, words.noObjects)];
    const shown = objectsOf(kind, inside, messages);
    const more = shown.length - MOST;
    return [
      known(kind, label, [messages.lensContent.objects(objects.length)], false),
      ...shown.slice(0, more > 1 ? MOST : MOST + 1),
      ...(more > 1 ? [known(kind, '', [messages.lensContent.more(more)], false)] : []),
    ];
  });
  const shm = shmLine(inside, messages);
  return { full: [...lines, shm], brief: [briefLine(inside, messages), shm] };
}

/** Each object: its key, and what else there is to it. */
function objectsOf(kind: Kind, inside: IpcInside, messages: Messages): FactLine[] {
  const { lensContent: words } = messages;
  const line = (field: string, key: string, text: string, few: string) =>
    known(field, key, [text, few], false);
  switch (kind) {
    case 'segments':
      return (inside.segments ?? []).map(({ key, bytes, attached, ownerUid }) =>
        line(
          'segment',
          key,
          words.segment(shortBytes(bytes), ownerUid, attached),
          words.segmentShort(shortBytes(bytes), attached),
        ),
      );
    case 'semaphores':
      return (inside.semaphores ?? []).map(({ key, count, ownerUid }) =>
        line('semaphore', key, words.semaphore(count, ownerUid), words.objects(count)),
      );
    case 'queues':
      return (inside.queues ?? []).map((each) =>
        line(
          'queue',
          each.key,
          words.queue(each.messages, shortBytes(each.bytes), each.ownerUid),
          words.queueShort(each.messages),
        ),
      );
  }
}

/** All three kinds in one line. */
function briefLine(inside: Inside & { type: 'ipc' }, messages: Messages): FactLine {
  const { lensContent: words } = messages;
  const label = words.sysV;
  const missing = KINDS.find((kind) => inside[kind] === null);
  if (missing !== undefined) {
    return unknown({ field: missing, label, unreadable: inside.unreadable, messages });
  }
  const counts = KINDS.map((kind) => [kind, inside[kind]?.length ?? 0] as const);
  const there = counts.filter(([, count]) => count > 0);
  if (there.length === 0) return none('segments', label, messages.inside.noObjects);
  const all = there.map(([kind, count]) => words.counted[kind](count)).join(' · ');
  const sum = there.reduce((before, [, count]) => before + count, 0);
  return known('segments', label, [all, words.inAll(sum)], false);
}

function shmLine({ shmMount, unreadable }: Inside & { type: 'ipc' }, messages: Messages): FactLine {
  const [field, label] = ['shmMount', messages.inside.shmMount];
  if (shmMount === null) {
    return unreadable.shmMount === undefined
      ? none(field, label, messages.lensContent.noMount)
      : unknown({ field, label, unreadable, messages });
  }
  const { usedBytes, sizeBytes } = shmMount;
  const size = sizeBytes === null ? null : shortBytes(sizeBytes);
  const text = messages.inside.shmUsed(shortBytes(usedBytes), size);
  const used = sizeBytes === null || sizeBytes === 0 ? null : Math.min(1, usedBytes / sizeBytes);
  const few = size === null ? text : messages.lensContent.shmOf(shortBytes(usedBytes), size);
  return { ...known(field, label, [text, few], false), used };
}
