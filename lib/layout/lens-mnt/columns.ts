import { engineSockets, isHostTree } from '../../inside/danger';
import type { Insides } from '../../inside/insides';
import type { MountInside } from '../../inside/mnt';
import { mountKey } from '../../inside/mount-key';
import type { Messages } from '../../i18n/messages';
import type { Snapshot } from '../../model/snapshot';
import { UNKNOWN_BOX, type LensBox } from '../lens/lens-boxes';
import { orderByLayers } from './order';
import { stackOf, type Stack } from './stack';
import { tagsOf, type Tag } from './tags';

/** What is known of the mounts of a namespace: them, or why not. */
export type Told =
  | { is: 'known'; mounts: readonly MountInside[]; landmarks: readonly string[] | null }
  | { is: 'asked' | 'unknown'; note: string };

/** A mount namespace as a column, or several that are alike. */
export interface Column {
  /** Its box's, or a key of its own where it stands for several. */
  key: string;
  boxes: readonly [LensBox, ...LensBox[]];
  told: Told;
  stack: Stack | null;
  tags: readonly Tag[];
  /** So many paths nobody reads, so many nobody writes. */
  masked: number;
  readonly: number;
  /** It sees what the host sees: its root is the host's. */
  hostTree: boolean;
  /** It stands for several of which each has mounts of its own. */
  various: boolean;
  /** The key of what it stood in as one with others, before that was opened; null: it was in none. */
  openedFrom: string | null;
}

/** What is known of a box's mounts. */
export function toldOf(box: LensBox, insides: Insides, messages: Messages): Told {
  const { inside, lensMnt } = messages;
  if (box.key === UNKNOWN_BOX) return { is: 'unknown', note: inside.unknown(undefined) };
  const asked = insides.get(box.key);
  if (asked === undefined) return { is: 'unknown', note: inside.unknown(undefined) };
  if (asked.is === 'asked') return { is: 'asked', note: lensMnt.asked };
  if (asked.is === 'refused') return { is: 'unknown', note: inside.refused(asked.code) };
  const { answer } = asked;
  if (answer.type !== 'mnt' || answer.mounts === null) {
    return { is: 'unknown', note: inside.unknown(answer.unreadable.mounts) };
  }
  return { is: 'known', mounts: answer.mounts, landmarks: answer.landmarks };
}

/**
 * The columns of all boxes but the host's: containers so that those that read the same layers stand side by side,
 * then namespaces of no container, then what could not be read.
 */
export function columnsOf(
  boxes: readonly LensBox[],
  insides: Insides,
  { engines }: Snapshot,
  messages: Messages,
  spokenOf: ReadonlySet<string> = new Set(),
): Column[] {
  const sockets = engineSockets(engines);
  const all = boxes.filter(({ host }) => !host).map((box) => column(box));
  const ofContainers = all.filter(({ boxes: [box] }) => box.members.length > 0);
  const unknown = all.filter(({ key }) => key === UNKNOWN_BOX);
  const others = all.filter(
    ({ key, boxes: [box] }) => box.members.length === 0 && key !== UNKNOWN_BOX,
  );
  return [
    ...orderByLayers(ofContainers, ({ stack }) => stack?.layers ?? null),
    ...others,
    ...unknown,
  ];

  function column(box: LensBox): Column {
    const told = toldOf(box, insides, messages);
    const mounts = told.is === 'known' ? told.mounts : [];
    const isSpokenOf = (path: string) =>
      box.key !== UNKNOWN_BOX && spokenOf.has(mountKey(box.key, path));
    return {
      key: box.key,
      boxes: [box],
      told,
      stack: stackOf(mounts, engines.find(({ id }) => id === box.members[0]?.engine)?.kind ?? null),
      tags: tagsOf(mounts, sockets, isSpokenOf),
      masked: mounts.filter(({ kind }) => kind === 'masked').length,
      readonly: mounts.filter(({ kind }) => kind === 'readonly').length,
      hostTree: isHostTree(mounts),
      ...{ various: false, openedFrom: null },
    };
  }
}
