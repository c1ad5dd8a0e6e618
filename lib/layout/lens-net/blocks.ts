import { MAIN_TABLE, type Device, type RouteInside } from '../../inside/net';
import type { Messages } from '../../i18n/messages';
import { asOne, lineOf, sentenceLines, type Line, type Piece, type Sign } from './line';
import type { NetAnswer, NetTold } from './told';

export type NetMessages = Messages['lensNet'];

/** Lines that belong together: those of a device, or of a fact. */
export interface Block {
  lines: readonly Line[];
  data: Line['data'];
  /** Index of the device that it is about, whose sign stands at the left of its first line. */
  device: number | null;
  /** What is not written, and told when one points at it; null: nothing. */
  tip: string | null;
}

/** Of more than so many devices, or addresses of one, the rest is counted. */
const DEVICES = 8;
const ADDRESSES = 4;
const USUAL_MTU = 1500;

export function block(lines: readonly Line[], data: Line['data'] = {}): Block {
  return { lines, data, device: null, tip: null };
}

/** Why a network is not told, in as many lines as it takes; none where it is. */
export function untoldBlocks(told: NetTold, room: number, messages: NetMessages): Block[] {
  switch (told.is) {
    case 'answered':
      return [];
    case 'asked':
      return [block(sentenceLines(messages.asked, 'dim', null, room))];
    case 'refused':
      return [unknownBlock(messages.refused(told.code), room, 'inside')];
    case 'untold':
      return [unknownBlock(messages.untold, room, 'inside')];
    case 'unknown':
      return [unknownBlock(messages.whichUnknown, room, 'namespaces.net')];
  }
}

/** @param field what is missing, by which scripts find it */
export function unknownBlock(text: string, room: number, field: string): Block {
  return block(sentenceLines(text, 'unknown', 'query', room), { unreadable: field });
}

/** Where it sends what is for elsewhere: its default route, how many others, or that there is none. */
export function routeBlocks(
  answer: NetAnswer,
  room: number,
  messages: NetMessages,
  brief = false,
): Block[] {
  const { routes, unreadable } = answer;
  if (routes === null) {
    return [unknownBlock(messages.missing(messages.routes, unreadable.routes), room, 'routes')];
  }
  const main = routes.filter(({ table }) => table === MAIN_TABLE);
  const defaults = main.filter(({ destination }) => destination === 'default');
  const others = main.length - defaults.length;
  if (main.length === 0) return [block([lineOf([{ text: messages.noRoutes, role: 'dim' }], room)])];
  const lines = defaults.flatMap((route) => defaultLines(route, room, messages));
  if (defaults.length === 0) lines.push(lineOf([{ text: messages.noDefault, role: 'dim' }], room));
  if (others > 0 && !(brief && defaults.length > 0)) {
    const text =
      defaults.length > 0 ? messages.otherRoutes(others) : messages.routesCounted(others);
    lines.push(lineOf([{ text, role: 'dim' }], room));
  }
  return [block(lines)];
}

/** In a line, or in two: where it leads to is not cut. */
function defaultLines(
  { via, device, type }: RouteInside,
  room: number,
  messages: NetMessages,
): Line[] {
  const text = via ?? (device === null ? type : messages.out(device));
  const named: Piece = { text: 'default', role: 'dimCode' };
  const to: Piece[] = [{ sign: 'arrow' }, { text, role: 'code', gives: true }];
  const one = lineOf([named, ...to], Infinity);
  return one.width <= room ? [one] : asOne([lineOf([named], room), lineOf(to, room)]);
}

/** Whom programs in it ask for the addresses of names, in short. */
export function dnsBlocks(
  { dns, unreadable }: NetAnswer,
  room: number,
  messages: NetMessages,
): Block[] {
  if (dns === null) {
    // Where no process is in it, nobody asks.
    if (unreadable.dns === undefined) return [];
    return [unknownBlock(messages.missing(messages.dns, unreadable.dns), room, 'dns')];
  }
  const { nameservers, search, options } = dns;
  const [first, ...others] = nameservers;
  const named: Piece = { text: messages.dns, role: 'dim' };
  const more: Piece[] =
    others.length === 0 ? [] : [{ text: `+${String(others.length)}`, role: 'dim' }];
  const line = lineOf(
    first === undefined
      ? [named, { text: messages.noNameserver, role: 'dim', gives: true }]
      : [named, { text: first, role: 'code', gives: true }, ...more],
    room,
    { data: { dns: first ?? null } },
  );
  const told = [...(others.length === 0 ? [] : [others]), search, options].filter(
    (each) => each.length > 0,
  );
  return [
    {
      ...block([line]),
      tip: told.length === 0 ? null : told.map((each) => each.join(' ')).join(', '),
    },
  ];
}

/** Whether rules stand in the way of packets, and how many. */
export function firewallBlocks(answer: NetAnswer, room: number, messages: NetMessages): Block[] {
  const { firewall, unreadable } = answer;
  if (firewall === null) {
    return [
      unknownBlock(messages.missing(messages.firewall, unreadable.firewall), room, 'firewall'),
    ];
  }
  const { by, tables } = firewall;
  if (by === null) return [block(sentenceLines(messages.noRules, 'dim', 'shieldOff', room))];
  const chains = tables.map((table) => table.chains);
  const rules = chains.flatMap((of) => of ?? []).reduce((sum, { rules: n }) => sum + n, 0);
  // Rules that are not told are not counted either.
  const text = messages.tables(by, tables.length, chains.includes(null) ? null : rules);
  return [block(sentenceLines(text, 'plain', 'shield', room), { firewall: by })];
}

/** How a device is drawn: filled, hollow, or as one of which nothing was told. */
export function signOf({ state, enabled }: Device): Sign {
  if (state === null) return 'unseen';
  return state === 'up' || (state === 'unknown' && enabled === true) ? 'up' : 'down';
}

/** Is it the one that every network has to talk to itself? Where its kind was not told, by its name. */
export function isLoopback({ kind, name }: Device): boolean {
  return kind === 'loopback' || (kind === null && name === 'lo');
}

/**
 * Devices, one after another: the loopback first, then in the order that they are given in.
 * @param notes what is said of each besides, below its name
 */
export function deviceBlocks(
  devices: readonly Device[],
  answer: NetAnswer,
  room: number,
  messages: NetMessages,
  notes: (device: Device) => readonly string[] = () => [],
): Block[] {
  const ordered = [...devices].sort((a, b) => Number(isLoopback(b)) - Number(isLoopback(a)));
  const over = ordered.length > DEVICES + 1 ? ordered.length - DEVICES : 0;
  // Those at the end have the wires that go farthest: they stay.
  const shown = over === 0 ? ordered : [...ordered.slice(0, 1), ...ordered.slice(1 + over)];
  const blocks = shown.map((device) => deviceBlock(device, answer, room, messages, notes(device)));
  const rest = block([lineOf([{ text: messages.moreDevices(over), role: 'dim' }], room)]);
  return over === 0 ? blocks : [...blocks.slice(0, 1), rest, ...blocks.slice(1)];
}

function deviceBlock(
  device: Device,
  { unreadable }: NetAnswer,
  room: number,
  messages: NetMessages,
  notes: readonly string[],
): Block {
  const { name, kind, state, enabled, mtu, mac, addresses, index } = device;
  const sign = { sign: signOf(device) };
  const loopback = isLoopback(device);
  const said: Piece[] = [
    ...(signOf(device) !== 'down'
      ? []
      : [{ text: enabled === false ? messages.notSetUp : messages.down, role: 'plain' } as const]),
    ...(mtu === null || mtu === USUAL_MTU || loopback
      ? []
      : [{ text: messages.mtu(mtu), role: 'plain' } as const]),
  ];
  const [first, ...others] = addresses;
  const named: Piece = { text: name, role: 'dimCode', gives: true };
  const lines: Line[] = [];
  if (first === undefined) {
    const none: Piece[] =
      unreadable['devices.addresses'] === undefined
        ? [{ text: messages.noAddress, role: 'dim' }]
        : [];
    lines.push(lineOf([sign, named, ...(said.length > 0 ? said : none)], room));
  } else if (loopback) {
    const address: Piece = { text: first, role: 'dimCode' };
    lines.push(lineOf([sign, named, address, ...said], room, { data: { address: first } }));
  } else {
    const [bare = '', length] = first.split('/');
    const pieces = (role: 'address' | 'code'): Piece[] => [
      sign,
      { text: bare, role, gives: true },
      ...(length === undefined
        ? []
        : [{ text: `/${length}`, role: 'dimCode', tight: true } as const]),
    ];
    const fits = lineOf(pieces('address'), Infinity).width <= room;
    lines.push(lineOf(pieces(fits ? 'address' : 'code'), room, { data: { address: first } }));
  }
  const rest = others.slice(0, ADDRESSES - 1);
  for (const address of rest) {
    const piece: Piece = { text: address, role: 'dimCode' };
    lines.push(lineOf([piece], room, { indent: INDENT, data: { address } }));
  }
  const more = others.length - rest.length;
  if (more > 0) {
    const text = messages.moreAddresses(more);
    lines.push(lineOf([{ text, role: 'dim' }], room, { indent: INDENT }));
  }
  if (first !== undefined && !loopback) {
    lines.push(lineOf([named, ...said], room, { indent: INDENT }));
  }
  for (const note of notes) {
    lines.push(lineOf([{ text: note, role: 'dim' }], room, { indent: INDENT }));
  }
  const tip = [
    ...(kind === null ? [] : [messages.kind[kind]]),
    ...(mac === null || loopback ? [] : [`MAC ${mac}`]),
    ...(mtu === null ? [] : [messages.mtu(mtu)]),
  ];
  return {
    ...{ lines, data: { device: name, state }, device: index },
    tip: tip.length === 0 ? null : tip.join(', '),
  };
}

/** What is below a device stands under its name, not under its sign. */
const INDENT = 22;

/** What could not be told of the devices. */
export function missingOfDevices(answer: NetAnswer, room: number, messages: NetMessages): Block[] {
  const { devices, looseAddresses, unreadable } = answer;
  if (devices === null) {
    return [unknownBlock(messages.missing(messages.devices, unreadable.devices), room, 'devices')];
  }
  const why = unreadable['devices.kind'];
  const loose =
    looseAddresses.length === 0
      ? []
      : [
          block([
            lineOf([{ text: messages.addressesOfSome, role: 'dim' }], room),
            ...looseAddresses.slice(0, ADDRESSES).map((address) =>
              lineOf([{ text: address, role: 'code' }], room, {
                indent: INDENT,
                data: { address },
              }),
            ),
            ...(looseAddresses.length <= ADDRESSES
              ? []
              : [
                  lineOf(
                    [
                      {
                        text: messages.moreAddresses(looseAddresses.length - ADDRESSES),
                        role: 'dim',
                      },
                    ],
                    room,
                    { indent: INDENT },
                  ),
                ]),
          ]),
        ];
  return [
    ...loose,
    ...(why === undefined ? [] : [unknownBlock(messages.restOfDevices(why), room, 'devices.kind')]),
  ];
}
