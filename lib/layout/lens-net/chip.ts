import type { Device } from '../../inside/net';
import type { Process } from '../../model/process';
import { kernelName } from '../../model/ids';
import type { LensBox } from '../lens/lens-boxes';
import { isLoopback, signOf, type NetMessages } from './blocks';
import { NET_DOT } from './head';
import { lineOf, type Line, type Piece } from './line';
import type { Measuring } from './measure';
import { portsOf, portTitle } from './tabs';
import { toldOf, type NetTold } from './told';

/** A network in short: who is in it, and its address. */
export interface Chip {
  box: LensBox;
  width: number;
  lines: readonly { line: Line; x: number; y: number }[];
  dots: readonly { process: Process; x: number; y: number }[];
  /** How many processes have no dot. */
  undrawn: number;
  data: Line['data'];
}

export const CHIP_HEIGHT = 42;
const PADDING = 9;
const DOTS = 4;

/** @param index of the device whose address it tells; null: the first that has one */
export function chipOf(
  box: LensBox,
  width: number,
  index: number | null,
  { insides, messages, processes }: Measuring,
): Chip {
  const room = width - 2 * PADDING;
  const cell = NET_DOT.cell.width - 2;
  const drawn = box.dots.slice(0, box.dots.length > DOTS ? DOTS - 1 : DOTS);
  const undrawn = box.dots.length - drawn.length + box.condensed;
  const [member] = box.members;
  const more: Piece[] = undrawn > 0 ? [{ text: `+${String(undrawn)}`, role: 'dim' }] : [];
  const title =
    member?.named ?? (box.namespace === null ? messages.unknown : kernelName(box.namespace.id));
  const left = room - drawn.length * cell - 4;
  const told = toldOf(box, insides);
  const devices = told.is === 'answered' ? (told.answer.devices ?? []) : [];
  const device =
    devices.find((each) => each.index === index) ??
    devices.find((each) => !isLoopback(each) && each.addresses.length > 0) ??
    null;
  const open = told.is === 'answered' ? portsOf(told.answer.listening ?? [], processes) : [];
  const ports = open
    .filter(({ withinOnly }) => !withinOnly)
    .map((port): Piece => ({
      ...{ text: portTitle(port), role: 'dimCode', gives: true },
      data: { port: port.port, protocol: port.protocols[0] ?? null },
    }));
  const said = [
    ...addressPieces(told, device, messages),
    ...ports,
    ...unheardPieces(told, messages),
  ];
  return {
    ...{ box, width, undrawn },
    data: device === null ? {} : { device: device.name, state: device.state },
    lines: [
      {
        line: lineOf([{ text: title, role: 'plain', gives: true }, ...more], left),
        x: PADDING,
        y: 4,
      },
      { line: lineOf(said, room), x: PADDING, y: 21 },
    ],
    dots: drawn.map((process, nth) => ({
      process,
      x: width - PADDING - (drawn.length - nth - 0.5) * cell,
      y: 13,
    })),
  };
}

/** Its address, or why there is none to be told. */
function addressPieces(told: NetTold, device: Device | null, messages: NetMessages): Piece[] {
  switch (told.is) {
    case 'asked':
      return [{ text: messages.asked, role: 'dim' }];
    case 'refused':
      return unknownPieces(messages.refused(told.code), 'inside');
    case 'untold':
      return unknownPieces(messages.untold, 'inside');
    case 'unknown':
      return unknownPieces(messages.whichUnknown, 'namespaces.net');
    case 'answered':
      break;
  }
  const { devices, looseAddresses, unreadable } = told.answer;
  const sign: Piece[] = device === null ? [] : [{ sign: signOf(device) }];
  // Addresses of which it is not known what device has them are the network's all the same.
  const [address] = [...(device?.addresses ?? []), ...looseAddresses];
  const why = unreadable['devices.addresses'];
  if (address !== undefined) {
    return [...sign, { text: address, role: 'code', gives: true, data: { address } }];
  }
  if (devices === null) {
    return unknownPieces(messages.missing(messages.devices, unreadable.devices), 'devices');
  }
  if (why !== undefined) {
    const text = messages.missing(messages.addresses, why);
    return [...sign, ...unknownPieces(text, 'devices.addresses')];
  }
  return [...sign, { text: messages.noAddress, role: 'dim' }];
}

/** That it could not be told who listens. */
function unheardPieces(told: NetTold, messages: NetMessages): Piece[] {
  if (told.is !== 'answered' || told.answer.listening !== null) return [];
  const text = messages.missing(messages.listening, told.answer.unreadable.listening);
  return unknownPieces(text, 'listening');
}

function unknownPieces(text: string, unreadable: string): Piece[] {
  return [{ sign: 'query' }, { text, role: 'unknown', gives: true, data: { unreadable } }];
}
