import type { Insides } from '../../inside/insides';
import type { Device } from '../../inside/net';
import type { Process } from '../../model/process';
import type { LensBox } from '../lens/lens-boxes';
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
import { headOf, type Head } from './head';
import { asOne, heightOf, lineOf, type Line, type Piece } from './line';
import { ownerOf, portsOf, portTitle, tabsIn, withPublished, type Port, type Tab } from './tabs';
import { toldOf, type NetAnswer } from './told';

/** What all boxes of a picture are measured with. */
export interface Measuring {
  insides: Insides;
  processes: ReadonlyMap<number, Process>;
  /** Is it looked at from the back row? */
  brief: boolean;
  messages: NetMessages;
}

/** Between the edge of a box and what is in it. */
export const PADDING = { x: 10, y: 10 };
/** Between blocks. */
const BLOCK_GAP = 5;
/** Above and below the line between parts of a box. */
const PART_GAP = 9;
/** Of more ports that only hear what is said within the rest is counted. */
const WITHIN = 4;
/** From the left of a box to where its tabs may begin: the wire passes there. */
export const TABS_FROM = 34;
const NOBODY = 24;

/** A box with all that is in it, seen from its corner. */
export interface MeasuredBox {
  box: LensBox;
  width: number;
  /** What it needs; it may become higher. */
  height: number;
  head: Head;
  /** The height of the ground of its head. */
  headHeight: number;
  body: readonly Block[];
  devices: readonly Block[];
  tabs: readonly Tab[];
  /** It was told that nobody listens. */
  nobody: Line | null;
  /** What hangs below its lower edge. */
  below: number;
}

/** @param lowest index of the device that stands last, for its wire leads straight down */
export function measureBox(
  box: LensBox,
  width: number,
  lowest: number | null,
  measuring: Measuring,
): MeasuredBox {
  const { insides, processes, brief, messages } = measuring;
  const room = width - 2 * PADDING.x;
  const head = headOf(box, room, brief, messages);
  const told = toldOf(box, insides);
  const answer = told.is === 'answered' ? told.answer : null;
  const published = box.members.flatMap((each) => each.ports ?? []);
  const { ports, unheard } = withPublished(portsOf(answer?.listening ?? [], processes), published);
  const body = [
    ...untoldBlocks(told, room, messages),
    ...(answer === null
      ? []
      : [
          ...routeBlocks(answer, room, messages, brief),
          ...(brief ? [] : dnsBlocks(answer, room, messages)),
          ...firewallBlocks(answer, room, messages),
          ...missingOfListening(answer, room, messages),
          ...(brief ? [] : withinBlocks(ports, room, measuring)),
          ...missingOfDevices(answer, room, messages),
        ]),
  ];
  const sorted = [...(answer?.devices ?? [])].sort(
    (a, b) => Number(a.index === lowest) - Number(b.index === lowest),
  );
  const devices =
    answer === null
      ? []
      : deviceBlocks(sorted, answer, room, messages, unseenEnd(answer, messages));
  const open = [...ports.filter(({ withinOnly }) => !withinOnly), ...unheard];
  const isTold = answer !== null && answer.listening !== null && noneMissing(answer);
  const nobodyAt = new Set(isTold ? unheard : []);
  const said = ownerless(messages);
  const { tabs, height: below } = tabsIn(open, width - TABS_FROM - 6, processes, (port) =>
    nobodyAt.has(port) ? messages.nobody : said(port),
  );
  const nobody =
    isTold && open.length === 0
      ? lineOf([{ text: messages.nobodyListens, role: 'dim' }], width - TABS_FROM)
      : null;
  const headHeight = head.height + 2 * PADDING.y;
  const height =
    headHeight +
    partHeight(body) +
    partHeight(devices) +
    (body.length + devices.length > 0 ? 2 : 0);
  return {
    ...{ box, width, height, head, headHeight, body, devices, tabs, nobody },
    below: nobody === null ? below : NOBODY,
  };
}

/** With the room above and below it. */
function partHeight(blocks: readonly Block[]): number {
  return blocks.length === 0 ? 0 : blocksHeight(blocks) + 2 * PART_GAP;
}

export function blocksHeight(blocks: readonly Block[]): number {
  return (
    blocks.reduce((sum, { lines }) => sum + heightOf(lines), 0) +
    Math.max(0, blocks.length - 1) * BLOCK_GAP
  );
}

/** Blocks one below the other. */
export function stacked(blocks: readonly Block[], top: number): { block: Block; y: number }[] {
  let y = top;
  return blocks.map((each) => {
    const at = { block: each, y };
    y += heightOf(each.lines) + BLOCK_GAP;
    return at;
  });
}

/** Where the parts of a box stand that is as high as its row. */
export function partsOf(measured: MeasuredBox, height: number) {
  const { headHeight, body, devices } = measured;
  const devicesHeight = blocksHeight(devices);
  return {
    body: stacked(body, headHeight + PART_GAP),
    devices: stacked(devices, height - PART_GAP - 1 - devicesHeight),
    /** The line above the devices. */
    line: body.length > 0 && devices.length > 0 ? height - devicesHeight - 2 * PART_GAP - 1 : null,
  };
}

export function ownerless(messages: NetMessages) {
  return ({ outside }: Port): string =>
    outside === true ? messages.ownerOutside : messages.ownerUnknown;
}

function noneMissing({ unreadable }: NetAnswer): boolean {
  return !Object.keys(unreadable).some((field) => /^listening(\.(tcp|udp)6?)?$/.test(field));
}

/** Which sockets could not be told. */
export function missingOfListening(
  { listening, unreadable }: NetAnswer,
  room: number,
  messages: NetMessages,
): Block[] {
  if (listening === null) {
    const text = messages.missing(messages.listening, unreadable.listening);
    return [unknownBlock(text, room, 'listening')];
  }
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((protocol) => {
    const field = `listening.${protocol}`;
    const why = unreadable[field];
    return why === undefined ? [] : [unknownBlock(messages.missing(protocol, why), room, field)];
  });
}

/** Ports that hear only what is said within: for each address and owner a block. */
export function withinBlocks(
  ports: readonly Port[],
  room: number,
  { processes, messages }: Measuring,
): Block[] {
  const groups = new Map<string, { at: string; name: string; of: Port[] }>();
  for (const port of ports.filter(({ withinOnly }) => withinOnly)) {
    const at = port.addresses.join(' ');
    const name = ownerOf(port, processes)?.name ?? ownerless(messages)(port);
    const key = JSON.stringify([at, name]);
    const group = groups.get(key) ?? { at, name, of: [] };
    group.of.push(port);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ at, name, of }) => {
    const shown = of.slice(0, WITHIN);
    const owner: Piece = { text: name, role: 'dim', gives: true };
    const pieces = shown.map((port): Piece => ({
      ...{ text: portTitle(port), role: 'code' },
      data: { port: port.port, protocol: port.protocols[0] ?? null },
    }));
    const [one, two] = [pieces.slice(0, 2), pieces.slice(2)];
    const last = two.length > 0 ? two : one;
    const together = lineOf([...last, owner], Infinity).width <= room;
    const lines = [
      ...(two.length > 0 ? [lineOf(one, room)] : []),
      ...(together
        ? [lineOf([...last, owner], room)]
        : [lineOf(last, room), lineOf([owner], room)]),
    ];
    const more = of.length - shown.length;
    return block([
      ...asOne([
        lineOf([{ text: messages.withinAt(at), role: 'dim', gives: true }], room),
        ...lines,
      ]),
      ...(more > 0 ? [lineOf([{ text: messages.morePorts(more), role: 'dim' }], room)] : []),
    ]);
  });
}

/** Notes on wires whose other end is nowhere in the picture. */
function unseenEnd({ unreadable }: NetAnswer, messages: NetMessages) {
  return ({ peer, index, name }: Device) => {
    if (peer === null) return [];
    if (peer.namespace === null) return [messages.otherEndUnseen];
    const missing = unreadable[`devices.${String(index)}.peer.name`];
    return missing === undefined ? [] : [messages.missing(name, missing)];
  };
}
