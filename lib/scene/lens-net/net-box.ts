import { boxName } from '../../layout/lens/box-text';
import type { Block, NetMessages } from '../../layout/lens-net/blocks';
import { partsOf, PADDING, TABS_FROM } from '../../layout/lens-net/measure';
import type { PlacedNet } from '../../layout/lens-net/placed';
import type { Messages } from '../../i18n/messages';
import type { ContainerKey } from '../../model/ids';
import { stripThing } from '../lens-box';
import type { LensPart } from '../lens-picture';
import type { Mark, Thing } from '../mark';
import { groundMarks, groundThings } from './net-ground';
import { found, lineMarks } from './net-line';
import type { NetRole } from './net-role';
import { tabSentence, tabThing } from './net-tab';
import { blockThing, sentencesOf } from './net-thing';

export interface NetBoxOf {
  placed: PlacedNet;
  colours: ReadonlyMap<ContainerKey, string>;
  selected: boolean;
  /** Can what is only counted be opened? */
  opens: boolean;
  title: string;
  /** What its wires mean, in words. */
  wired: readonly string[];
  messages: NetMessages;
  lens: Messages['lens'];
}

const EDGE = 3;

/** A network: its box, its head, and what it isolates. */
export function netBoxScene(of: NetBoxOf): Omit<LensPart<NetRole>, 'dots'> {
  const { placed, selected, opens, lens, colours } = of;
  const { box, x, y, width, height, standing, ground, strip } = placed;
  const chip = standing?.chip ?? null;
  const is = [
    ...(ground !== null ? ['ofHost'] : box.namespace === null ? ['ofUnknown'] : []),
    ...(selected ? ['selected'] : []),
  ];
  const outline: Mark<NetRole> = {
    ...{ kind: 'rect', role: 'outline', is, x, y, width, height },
    rx: chip === null ? 10 : 7,
  };
  const counted = strip === null ? [] : [stripThing({ box, strip, opens, messages: lens })];
  return {
    key: box.key,
    sentence: sentenceOf(of),
    frame: {
      ...{ kind: 'group', role: 'lensBox', hue: 'net' },
      data: { box: box.key, count: box.dots.length + box.condensed },
    },
    ground: [outline, ...(ground === null ? partings(placed) : groundMarks(ground))],
    things: [
      headThing(of),
      ...counted,
      ...(ground === null ? boxThings(of) : groundThings(box.key, ground, colours, of.messages)),
    ],
  };
}

/** What is chosen by its head: who is in it. Of a chip that is all. */
function headThing(of: NetBoxOf): Thing<NetRole> {
  const { placed, selected } = of;
  const { box, x, y, width, height, standing, ground } = placed;
  const { chip = null, measured = null } = standing ?? {};
  const top = ground === null ? y : ground.at.y - PADDING.y;
  const words: Mark<NetRole>[] =
    chip !== null
      ? [
          found(
            chip.data,
            chip.lines.flatMap((each) => lineMarks(each.line, x + each.x, y + each.y)),
          ),
        ]
      : (measured?.head.lines.flatMap((each) =>
          lineMarks(each.line, x + PADDING.x, y + PADDING.y + each.y),
        ) ??
        ground?.text.title.flatMap((each) =>
          lineMarks(each.line, ground.at.x, ground.at.y + each.y),
        ) ??
        []);
  return {
    key: box.key,
    identity: `${box.key}@${box.namespace?.lifetime ?? ''}`,
    sentence: sentenceOf(of),
    selected,
    drawing: {
      kind: 'group',
      role: 'head',
      children: [
        {
          ...{ kind: 'rect', role: 'headGround', is: selected ? ['selected'] : [] },
          ...{ x: x + EDGE, y: top + EDGE, rx: chip === null ? 8 : 5 },
          height: (chip !== null ? height : (measured?.headHeight ?? 52)) - 2 * EDGE,
          width: (ground === null ? width : Math.min(width, 240)) - 2 * EDGE,
        },
        ...words,
      ],
    },
  };
}

function partings({ x, y, width, height, standing }: PlacedNet): Mark<NetRole>[] {
  const measured = standing?.measured ?? null;
  if (measured === null || measured.body.length + measured.devices.length === 0) return [];
  const { line } = partsOf(measured, height);
  const parting = (at: number, inset: number): Mark<NetRole> => ({
    ...{ kind: 'line', role: 'parting' },
    ...{ from: { x: x + inset, y: y + at }, to: { x: x + width - inset, y: y + at } },
  });
  return [
    parting(measured.headHeight, 0),
    ...(line === null ? [] : [parting(line, PADDING.x)]),
    ...(measured.nobody === null ? [] : lineMarks(measured.nobody, x + TABS_FROM, y + height + 4)),
  ];
}

/** What a box tells, one by one. */
function boxThings({ placed, colours, messages }: NetBoxOf): Thing<NetRole>[] {
  const { box, x, y, height, standing } = placed;
  const measured = standing?.measured ?? null;
  if (measured === null) return [];
  const { body, devices } = partsOf(measured, height);
  return [
    ...[...body, ...devices].map(({ block, y: at }, nth) =>
      blockThing(`${box.key} ${String(nth)}`, block, { x: x + PADDING.x, y: y + at }),
    ),
    ...measured.tabs.map((tab) =>
      tabThing(box.key, tab, { x: x + TABS_FROM, y: y + height }, colours, messages),
    ),
  ];
}

/** What a box says to who does not see it: who is in it, its bridges and addresses, who listens. */
function sentenceOf({ placed, title, wired, messages, lens }: NetBoxOf): string {
  const { box, standing, ground } = placed;
  const blocks: Block[] = [
    ...(standing?.measured?.body ?? []),
    ...(standing?.measured?.devices ?? []),
    ...(ground?.text.blocks.map(({ block }) => block) ?? []),
  ];
  const chip = standing?.chip?.lines.map(({ line }) => line.whole) ?? [];
  const tabs = standing?.measured?.tabs ?? ground?.text.tabs ?? [];
  return [
    messages.box(title, boxName(box, lens), box.dots.length + box.condensed),
    ...(box.hidden === 0 ? [] : [messages.hidden(box.hidden)]),
    ...chip,
    ...(ground?.rails.map(({ line }) => line.whole) ?? []),
    ...blocks.flatMap(sentencesOf),
    ...wired,
    ...tabs.map((tab) => tabSentence(tab, messages)),
  ]
    .filter((part) => part !== '')
    .join('; ');
}
