import type { NamedContainer } from '../../model/container-names';
import { containerKey, containerKeyOf, kernelName } from '../../model/ids';
import type { Device } from '../../inside/net';
import type { Process } from '../../model/process';
import { imageName } from '../node-text';
import {
  block,
  deviceBlocks,
  dnsBlocks,
  firewallBlocks,
  missingOfDevices,
  routeBlocks,
  unknownBlock,
  untoldBlocks,
  type Block,
  type NetMessages,
} from './blocks';
import { inGrid, NET_DOT } from './head';
import { lineOf, type Line, type Piece } from './line';
import {
  blocksHeight,
  missingOfListening,
  ownerless,
  stacked,
  withinBlocks,
  type Measuring,
} from './measure';
import { portsOf, tabsIn, type Tab } from './tabs';
import { toldOf, type NetAnswer } from './told';
import type { Ground, Rail } from './wiring';

/** A container that has no network of its own but this one. */
export interface Tag {
  container: NamedContainer;
  name: Line;
  said: Line;
  dots: readonly { process: Process; x: number; y: number }[];
  x: number;
  y: number;
  width: number;
  height: number;
}

interface At {
  x: number;
  y: number;
}

/** What a ground tells below its rails, seen from the corner of that part. */
export interface GroundText {
  /** What it is called. */
  title: readonly { line: Line; y: number }[];
  blocks: readonly (At & { block: Block })[];
  tags: readonly Tag[];
  tabs: readonly Tab[];
  strip: (At & { width: number; height: number }) | null;
  dots: readonly (At & { process: Process })[];
  /** The devices of the machine, from whose lines wires lead outside: index, and where the line ends. */
  physical: readonly (At & { device: Device })[];
  height: number;
}

const CELL = { width: 228, gap: 24, below: 16 };
const TAG = { height: 46, gap: 8, padding: 10 };
const STRIP = 26;

/** One of the columns' pieces, before it has a place. */
interface Cell {
  title?: readonly Line[];
  blocks: readonly Block[];
  tags?: readonly NamedContainer[];
  tabs?: { tabs: readonly Tab[]; height: number };
  strip?: boolean;
  physical?: readonly Device[];
}

/**
 * Stands what a ground tells in columns.
 *
 * @param room the width
 * @param title what it is called
 */
export function groundText(
  { box, rails }: Ground,
  room: number,
  title: string,
  measuring: Measuring,
): GroundText {
  const { insides, messages, processes, brief } = measuring;
  const columns = Math.max(1, Math.floor((room + CELL.gap) / (CELL.width + CELL.gap)));
  const width = Math.floor((room - (columns - 1) * CELL.gap) / columns);
  const told = toldOf(box, insides);
  const heading = (text: string) => block([lineOf([{ text, role: 'heading' }], width)]);
  const name = box.namespace === null ? '' : kernelName(box.namespace.id);
  const head: Piece[][] = [
    [{ text: title, role: 'name', gives: true }],
    [{ text: name, role: 'dimCode' }],
  ];
  const cells: Cell[] = [
    {
      title: (brief ? [head.flat()] : head).map((pieces) => lineOf(pieces, width)),
      blocks: [
        ...(box.hidden === 0
          ? []
          : [block([lineOf([{ text: messages.hidden(box.hidden), role: 'dim' }], width)])]),
        ...untoldBlocks(told, width, messages),
      ],
      // Who is not of a container is not what is looked at from the back row.
      strip: box.condensed > 0 && !brief,
      tags: box.members,
    },
  ];
  if (told.is === 'answered' && !brief) {
    const { answer } = told;
    const { physical, unwired } = devicesOf(answer, rails);
    const notes = notesOf(answer, measuring);
    if (unwired.length > 0) {
      cells.push({
        blocks: [
          heading(messages.withoutWire),
          ...deviceBlocks(unwired, answer, width, messages, notes),
        ],
      });
    }
    const missing = missingOfDevices(answer, width, messages);
    if (missing.length > 0) cells.push({ blocks: missing });
    cells.push({
      blocks: [
        heading(messages.routesTitle),
        ...routeBlocks(answer, width, messages),
        ...dnsBlocks(answer, width, messages),
        ...forwardingBlocks(answer, width, messages),
        ...firewallBlocks(answer, width, messages),
      ],
    });
    const ports = portsOf(answer.listening ?? [], processes);
    const open = ports.filter(({ withinOnly }) => !withinOnly);
    const tabs = tabsIn(open, width, processes, ownerless(messages));
    const said = [
      ...missingOfListening(answer, width, messages),
      ...(answer.listening !== null && ports.length === 0
        ? [block([lineOf([{ text: messages.nobodyListens, role: 'dim' }], width)])]
        : []),
      ...withinBlocks(ports, width, measuring),
    ];
    cells.push({ blocks: [heading(messages.listensTitle), ...said], tabs });
    if (physical.length > 0) {
      cells.push({
        blocks: [
          heading(messages.ofTheMachine),
          ...deviceBlocks(physical, answer, width, messages, notes),
        ],
        physical,
      });
    }
  }
  return placed(cells, { box, columns, width, room, measuring });
}

/** Those of the machine, and those that no wire is drawn to, among them such ports of bridges. */
function devicesOf({ devices }: NetAnswer, rails: readonly Rail[]) {
  const all = devices ?? [];
  const drawn = new Set(rails.flatMap(({ wires }) => wires.map(({ to }) => to.index)));
  const names = new Set(rails.map(({ name }) => name));
  const isDrawn = ({ index, name }: Device) =>
    names.has(name) || (index !== null && drawn.has(index));
  return {
    physical: all.filter(({ kind }) => kind === 'physical'),
    unwired: all.filter((each) => each.kind !== 'physical' && !isDrawn(each)),
  };
}

/** What is said of a device of a ground besides. */
function notesOf({ devices, unreadable }: NetAnswer, { messages }: Measuring) {
  const all = devices ?? [];
  const isHere = (index: number, name: string | null) =>
    all.some((each) => each.index === index && each.name === name);
  return (device: Device): string[] => {
    const { kind, name, index, master, parent, parentNamespace, peer } = device;
    const below = all.find((each) => each.index === parent);
    const hasPorts = all.some((each) => each.master === name);
    return [
      ...(kind === 'bridge' && !hasPorts && unreadable['devices.master'] === undefined
        ? [messages.nothingPluggedIn]
        : []),
      ...(master === null ? [] : [messages.portOf(master)]),
      ...(parent !== null &&
      parentNamespace !== null &&
      below !== undefined &&
      isHere(parent, below.name)
        ? [messages.onTopOf(below.name)]
        : []),
      ...(peer === null
        ? []
        : peer.namespace === null
          ? [messages.otherEndUnseen]
          : peer.name !== null && isHere(peer.index, peer.name)
            ? [messages.otherEndHere(peer.name)]
            : [messages.otherEnd(peer.name ?? `#${String(peer.index)}`)]),
      ...(index !== null &&
      unreadable[`devices.${String(index)}.peer.name`] !== undefined &&
      peer === null
        ? [messages.otherEndUnseen]
        : []),
    ];
  };
}

/** Whether it sends on what is for others; of each family apart where they differ, or one is not known. */
export function forwardingBlocks(
  { forwarding: { v4, v6 }, unreadable }: Pick<NetAnswer, 'forwarding' | 'unreadable'>,
  room: number,
  messages: NetMessages,
): Block[] {
  const said = (text: string) => block([lineOf([{ text, role: 'dim' }], room)]);
  if (v4 === v6 && v4 !== null) return [said(v4 ? messages.forwards : messages.forwardsNot)];
  const families = [
    { family: 'IPv4', is: v4, field: 'forwarding.v4' },
    { family: 'IPv6', is: v6, field: 'forwarding.v6' },
  ];
  // Of two that are known the one that is sent on says all.
  return families
    .filter(({ is }) => is !== false || v4 === null || v6 === null)
    .map(({ family, is, field }) => {
      if (is === null) {
        const text = messages.missing(messages.forwardsSome(family), unreadable[field]);
        return unknownBlock(text, room, field);
      }
      return said(is ? messages.forwardsSome(family) : messages.forwardsNotSome(family));
    });
}

interface Placing {
  box: Ground['box'];
  columns: number;
  width: number;
  room: number;
  measuring: Measuring;
}

/** Cells in columns, each into the one that is the shortest so far; dots of opened boxes below them all. */
function placed(cells: readonly Cell[], placing: Placing): GroundText {
  const { box, columns, width, room, measuring } = placing;
  const heights = Array.from({ length: columns }, () => 0);
  const blocks: (At & { block: Block })[] = [];
  const title: { line: Line; y: number }[] = [];
  const tags: Tag[] = [];
  const tabs: Tab[] = [];
  const dots: (At & { process: Process })[] = [];
  const physical: (At & { device: Device })[] = [];
  let strip: GroundText['strip'] = null;
  for (const cell of cells) {
    // Wires lead outside from the right.
    const column =
      cell.physical === undefined ? heights.indexOf(Math.min(...heights)) : columns - 1;
    const x = column * (width + CELL.gap);
    let y = heights[column] ?? 0;
    for (const line of cell.title ?? []) {
      title.push({ line, y });
      y += line.height;
    }
    if (cell.title !== undefined) y += 4;
    for (const at of stacked(cell.blocks, y)) {
      blocks.push({ block: at.block, x, y: at.y });
      const device = cell.physical?.find(({ index }) => index === at.block.device);
      if (device !== undefined) {
        const [line] = at.block.lines;
        physical.push({ device, x: x + (line?.width ?? 0) + 8, y: at.y + 10 });
      }
    }
    y += blocksHeight(cell.blocks) + 8;
    if (cell.strip === true) {
      strip = { x, y, width, height: STRIP };
      y += STRIP + 4;
    }
    for (const container of cell.tags ?? []) {
      tags.push(tagOf(container, box.dots, { x, y, width }, measuring));
      dots.push(...(tags.at(-1)?.dots ?? []));
      y += TAG.height + TAG.gap;
    }
    for (const tab of cell.tabs?.tabs ?? []) tabs.push({ ...tab, x: x + tab.x, y: y + tab.y });
    y += cell.tabs?.height ?? 0;
    heights[column] = y + CELL.below;
  }
  let height = Math.max(...heights) - CELL.below;
  const tagged = new Set(dots.map(({ process }) => process.pid));
  const others = measuring.brief ? [] : box.dots.filter(({ pid }) => !tagged.has(pid));
  if (others.length > 0) height += 8 + inGrid(others, room, height + 8, dots);
  return { title, blocks, tags, tabs, strip, dots, physical, height };
}

function tagOf(
  container: NamedContainer,
  processes: readonly Process[],
  { x, y, width }: At & { width: number },
  { messages }: Measuring,
): Tag {
  const own = processes.filter((each) => containerKeyOf(each) === containerKey(container));
  const cell = NET_DOT.cell.width;
  const room = width - 2 * TAG.padding;
  const drawn = own.slice(0, 6);
  const left = room - drawn.length * cell - 6;
  return {
    ...{ container, x, y, width, height: TAG.height },
    name: lineOf([{ text: container.named, role: 'name', gives: true }], left),
    said: lineOf(
      [
        { text: imageName(container.image), role: 'dim', gives: true },
        { text: messages.tag, role: 'dim', gives: true },
      ],
      room,
    ),
    dots: drawn.map((process, nth) => ({
      process,
      x: x + width - TAG.padding - (drawn.length - nth - 0.5) * cell,
      y: y + 15,
    })),
  };
}
