import type { Process } from '../../model/process';
import { kernelName } from '../../model/ids';
import type { LensBox } from '../lens/lens-boxes';
import { isLoopback, signOf } from './blocks';
import { NET_DOT } from './head';
import { lineOf, type Line, type Piece } from './line';
import type { Measuring } from './measure';
import { portsOf, portTitle } from './tabs';
import { toldOf } from './told';

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
  const [name] = box.members;
  const more: Piece[] = undrawn > 0 ? [{ text: `+${String(undrawn)}`, role: 'dim' }] : [];
  const title =
    name?.name ?? (box.namespace === null ? messages.unknown : kernelName(box.namespace.id));
  const left = room - drawn.length * cell - 4;
  const told = toldOf(box, insides);
  const devices = told.is === 'answered' ? (told.answer.devices ?? []) : [];
  const device =
    devices.find((each) => each.index === index) ??
    devices.find((each) => !isLoopback(each) && each.addresses.length > 0) ??
    null;
  const [address] = device?.addresses ?? [];
  const open = told.is === 'answered' ? portsOf(told.answer.listening ?? [], processes) : [];
  const ports = open
    .filter(({ withinOnly }) => !withinOnly)
    .map((port): Piece => ({
      ...{ text: portTitle(port), role: 'dimCode', gives: true },
      data: { port: port.port, protocol: port.protocols[0] ?? null },
    }));
  const said: Piece[] =
    device !== null
      ? [
          { sign: signOf(device) },
          address === undefined
            ? { text: messages.noAddress, role: 'dim' }
            : { text: address, role: 'code', gives: true, data: { address } },
          ...ports,
        ]
      : told.is === 'asked'
        ? [{ text: messages.asked, role: 'dim' }]
        : told.is === 'answered'
          ? [{ text: messages.noAddress, role: 'dim' }]
          : [
              { sign: 'query' },
              {
                text:
                  told.is === 'refused'
                    ? messages.refused(told.code)
                    : told.is === 'unknown'
                      ? messages.whichUnknown
                      : messages.untold,
                role: 'unknown',
              },
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
