import { engineSockets, isHostTree } from '../../inside/danger';
import type { Insides } from '../../inside/insides';
import type { MountInside } from '../../inside/mnt';
import type { Messages } from '../../i18n/messages';
import { containerKey } from '../../model/ids';
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
}

/** So many that are alike become one column where there is no room for each. */
const FOLDED = 3;

/** What is known of a box's mounts. */
export function toldOf(box: LensBox, insides: Insides, messages: Messages): Told {
  const { inside, lensMnt } = messages;
  if (box.key === UNKNOWN_BOX) return { is: 'unknown', note: inside.unknown(undefined) };
  const asked = insides.get(box.key);
  if (asked === undefined || asked.is === 'asked') return { is: 'asked', note: lensMnt.asked };
  if (asked.is === 'refused') return { is: 'unknown', note: inside.refused(asked.code) };
  const { answer } = asked;
  if (answer.type !== 'mnt' || answer.mounts === null) {
    return { is: 'unknown', note: inside.unknown(answer.unreadable.mounts) };
  }
  return { is: 'known', mounts: answer.mounts, landmarks: answer.landmarks };
}

/** The columns of all boxes but the host's, so that those that read the same layers stand side by side. */
export function columnsOf(
  boxes: readonly LensBox[],
  insides: Insides,
  { engines }: Snapshot,
  opened: ReadonlySet<string>,
  messages: Messages,
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
    ...together(others, opened),
    ...unknown,
  ];

  function column(box: LensBox): Column {
    const told = toldOf(box, insides, messages);
    const mounts = told.is === 'known' ? told.mounts : [];
    return {
      key: box.key,
      boxes: [box],
      told,
      stack: stackOf(mounts),
      tags: tagsOf(mounts, sockets),
      masked: mounts.filter(({ kind }) => kind === 'masked').length,
      readonly: mounts.filter(({ kind }) => kind === 'readonly').length,
      hostTree: isHostTree(mounts),
      various: false,
    };
  }
}

/** One column for all namespaces of no container: many services of a machine have one. */
function together(others: readonly Column[], opened: ReadonlySet<string>): Column[] {
  const [first, ...more] = others;
  if (first === undefined || more.length === 0) return [...others];
  const key = `others ${first.key}`;
  if (opened.has(key)) return [...others];
  const told: Told = { is: 'known', mounts: [], landmarks: null };
  const nothing = { stack: null, tags: [], masked: 0, readonly: 0, hostTree: false };
  const [box] = first.boxes;
  const rest = more.flatMap(({ boxes }) => boxes);
  return [{ key, boxes: [box, ...rest], told, ...nothing, various: true }];
}

/**
 * One column for those that are alike: the same layers, and the same mounted for them.
 *
 * @param opened keys of columns that are to be drawn one by one all the same @param chosen is drawn as well
 */
export function folded(
  columns: readonly Column[],
  opened: ReadonlySet<string>,
  chosen: ReadonlySet<string>,
): Column[] {
  const groups = new Map<string, Column[]>();
  for (const each of columns) {
    const word = alikeWord(each, chosen) ?? each.key;
    groups.set(word, [...(groups.get(word) ?? []), each]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const [box, ...more] = group.flatMap(({ boxes }) => boxes);
    if (first === undefined || box === undefined || group.length < FOLDED) return group;
    const key = `alike ${first.key}`;
    return opened.has(key) ? group : [{ ...first, key, boxes: [box, ...more] }];
  });
}

/** What those that are alike have in common; null: it stands for itself. */
function alikeWord(column: Column, chosen: ReadonlySet<string>): string | null {
  const { boxes, told, stack, tags, hostTree, masked, readonly } = column;
  const [{ key, members }] = boxes;
  const isChosen = chosen.has(key) || members.some((each) => chosen.has(containerKey(each)));
  if (told.is !== 'known' || isChosen || column.various) return null;
  const given = tags.map(({ mount, writable, source, covers }) => {
    return [mount.target, mount.kind, mount.hidden, writable, source, covers];
  });
  const layers = stack?.layers ?? null;
  return JSON.stringify([members.length > 0, layers, given, hostTree, masked, readonly]);
}
