import type { NetMessages } from '../../layout/lens-net/blocks';
import type { PlacedGround, PlacedRail } from '../../layout/lens-net/placed';
import type { ContainerKey } from '../../model/ids';
import type { Mark, Thing } from '../mark';
import { found, lineMarks } from './net-line';
import type { NetRole } from './net-role';
import { tabThing } from './net-tab';
import { blockThing } from './net-thing';

/** In a network that others plug into: who has no other one. */
export function groundMarks({ text, at }: PlacedGround): Mark<NetRole>[] {
  return text.tags.flatMap(({ name, said, x, y, width, height }): Mark<NetRole>[] => [
    { kind: 'rect', role: 'tag', x: at.x + x, y: at.y + y, width, height, rx: 7 },
    ...lineMarks(name, at.x + x + 10, at.y + y + 4),
    ...lineMarks(said, at.x + x + 10, at.y + y + 24),
  ]);
}

/** What can be pointed at there: rails, facts, ports. */
export function groundThings(
  box: string,
  { rails, text, at }: PlacedGround,
  colours: ReadonlyMap<ContainerKey, string>,
  messages: NetMessages,
): Thing<NetRole>[] {
  return [
    ...rails.map(railThing),
    ...text.blocks.map(({ block, x, y }, nth) =>
      blockThing(`${box} ${String(nth)}`, block, { x: at.x + x, y: at.y + y }),
    ),
    ...text.tabs.map((tab) => tabThing(box, tab, at, colours, messages)),
  ];
}

function railThing({ key, rail, line, x, y, width, height }: PlacedRail): Thing<NetRole> {
  return {
    key: `rail ${key}`,
    identity: `rail ${key}`,
    sentence: line.whole,
    selected: false,
    drawing: {
      kind: 'group',
      role: 'netThing',
      children: [
        found({ device: rail.name, state: rail.device?.state ?? null }, [
          {
            ...{ kind: 'rect', role: 'rail', x, y, width, height, rx: 5 },
            is: rail.device === null ? ['untold'] : [],
          },
          ...lineMarks(line, x + 12, y + (height - line.height) / 2),
        ]),
      ],
    },
  };
}
