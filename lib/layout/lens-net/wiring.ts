import type { Insides } from '../../inside/insides';
import type { Device } from '../../inside/net';
import type { NamespaceId } from '../../model/ids';
import type { LensBox } from '../lens/lens-boxes';
import { answerOf } from './told';

/** One end of a wire: a device in a network. */
export interface WireEnd {
  namespace: NamespaceId;
  /** By which the kernel numbers it there. */
  index: number;
  /** Null: its network did not tell. */
  name: string | null;
}

/** A device that is tied to one in another network. */
export interface Wire {
  key: string;
  /** `pair`: what goes in at one end comes out at the other. `top`: one is on top of the other (macvlan…). */
  kind: 'pair' | 'top';
  /** Its end in a box, and the one in a network that others plug into. */
  from: WireEnd;
  to: WireEnd;
}

/** What wires of a ground end at: a bridge, a device that others are on top of, or a lone end. */
export interface Rail {
  ground: NamespaceId;
  /** Null: what it is was not told. */
  device: Device | null;
  /** The bridge's name, or that of the device. */
  name: string;
  /** Wires that end here. */
  wires: readonly Wire[];
  /** The boxes that stand above it: those whose first wire ends here. */
  boxes: readonly LensBox[];
}

/** A network that others plug into, or the host's. */
export interface Ground {
  box: LensBox;
  rails: readonly Rail[];
  /** Is some network plugged into it? On no rail yet, where that came after this one was asked. */
  isPlugged: boolean;
}

/** How all networks hang together. */
export interface Wiring {
  /** Those that are plugged into others above, the host's last. */
  grounds: readonly Ground[];
  /** Boxes of which no wire is known. */
  loose: readonly LensBox[];
  /** Wires that are drawn to no rail: between two boxes, or two grounds. */
  others: readonly Wire[];
}

/**
 * Finds how networks hang together, from what each of them tells of its wires: either end is enough.
 * The order of boxes is kept; that of answers is of no matter.
 */
export function wiringOf(boxes: readonly LensBox[], insides: Insides): Wiring {
  const known = new Map(boxes.flatMap((box) => (isKnown(box) ? [[box.key, box] as const] : [])));
  const ties = tiesOf([...known.values()], insides);
  const isGround = groundsAmong([...known.values()], ties, insides);
  const wires: Wire[] = [];
  const others: Wire[] = [];
  for (const { kind, ends } of ties) {
    const [one, other] = ends;
    const [a, b] = [isGround.has(one.namespace), isGround.has(other.namespace)];
    if (!known.has(one.namespace) || !known.has(other.namespace)) continue;
    const [from, to] = a && !b ? [other, one] : [one, other];
    const wire = { key: `${textOf(from)} ${textOf(to)}`, kind, from, to };
    (a === b ? others : wires).push(wire);
  }
  const standing = new Set<LensBox>();
  const grounds = [...known.values()]
    .filter((box) => isGround.has(box.key))
    .map((box): Ground => {
      const of = wires.filter(({ to }) => to.namespace === box.key);
      const rails = railsOf(box, of, known, insides, standing);
      return { box, rails, isPlugged: of.length > 0 };
    })
    .sort((a, b) => Number(a.box.host) - Number(b.box.host));
  const loose = boxes.filter((box) => !isGround.has(box.key) && !standing.has(box));
  return { grounds, loose, others };
}

type KnownBox = LensBox & { key: NamespaceId };

function isKnown(box: LensBox): box is KnownBox {
  return box.namespace !== null;
}

interface Tie {
  kind: Wire['kind'];
  /** Of a `top` the lower one last. */
  ends: readonly [WireEnd, WireEnd];
}

/** All pairs over two networks, each once, whichever end told of it. */
function tiesOf(boxes: readonly KnownBox[], insides: Insides): Tie[] {
  const ties = new Map<string, Tie>();
  const names = new Map<string, string>();
  for (const box of boxes) {
    for (const device of answerOf(box, insides)?.devices ?? []) {
      if (device.index === null) continue;
      const here = { namespace: box.key, index: device.index, name: device.name };
      names.set(textOf(here), device.name);
      const { peer, parent, parentNamespace } = device;
      if (peer !== null && peer.namespace !== null && peer.namespace !== box.key) {
        const ends = [here, { ...peer, namespace: peer.namespace }] as const;
        const [one, other] = ends;
        const ordered = textOf(one) < textOf(other) ? ends : ([other, one] as const);
        ties.set(ordered.map(textOf).join(' '), { kind: 'pair', ends: ordered });
      }
      if (parent !== null && parentNamespace !== null && parentNamespace !== box.key) {
        const below = { namespace: parentNamespace, index: parent, name: null };
        ties.set(`${textOf(here)} on ${textOf(below)}`, { kind: 'top', ends: [here, below] });
      }
    }
  }
  const named = (end: WireEnd) => ({ ...end, name: names.get(textOf(end)) ?? end.name });
  return [...ties.entries()].map(
    ([
      ,
      {
        kind,
        ends: [one, other],
      },
    ]) => ({ kind, ends: [named(one), named(other)] }),
  );
}

/** The host's network, and those with a bridge, or a device under others, that other networks plug into. */
function groundsAmong(boxes: readonly KnownBox[], ties: readonly Tie[], insides: Insides) {
  const endsIn = (box: KnownBox) =>
    ties.flatMap(({ kind, ends: [one, other] }) =>
      (kind === 'top'
        ? [[other, one]]
        : [
            [one, other],
            [other, one],
          ]
      ).flatMap(([own, far]) =>
        own?.namespace === box.key && far !== undefined ? [{ kind, own, far }] : [],
      ),
    );
  const isPlugged = (box: KnownBox) =>
    endsIn(box).some(
      ({ kind, own }) =>
        kind === 'top' ||
        (answerOf(box, insides)?.devices?.find(({ index }) => index === own.index)?.master ??
          null) !== null,
    );
  const grounds = new Set<LensBox['key']>(
    boxes.filter((box) => box.host || isPlugged(box)).map(({ key }) => key),
  );
  // What does not tell of its own devices is what those say that are plugged into it.
  for (const box of boxes) {
    const ends = answerOf(box, insides) === null ? endsIn(box) : [];
    if (ends.length > 0 && ends.every(({ far }) => !grounds.has(far.namespace)))
      grounds.add(box.key);
  }
  return grounds;
}

/** The rails of a ground, as the first box of each stands; bridges that have no box last. */
function railsOf(
  ground: KnownBox,
  wires: readonly Wire[],
  known: ReadonlyMap<LensBox['key'], KnownBox>,
  insides: Insides,
  standing: Set<LensBox>,
): Rail[] {
  const devices = answerOf(ground, insides)?.devices ?? [];
  const rails = new Map<string, { device: Device | null; wires: Wire[] }>();
  const bridges = devices.filter(
    ({ kind, name }) => kind === 'bridge' && devices.some(({ master }) => master === name),
  );
  for (const device of bridges) rails.set(device.name, { device, wires: [] });
  for (const wire of wires) {
    const end = devices.find(({ index }) => index === wire.to.index) ?? null;
    // It came after the ground was asked, which will tell of it in a moment.
    if (end === null && devices.length > 0) continue;
    const name = end?.master ?? end?.name ?? wire.to.name ?? `#${String(wire.to.index)}`;
    const device = devices.find((each) => each.name === name) ?? null;
    const rail = rails.get(name) ?? { device, wires: [] };
    rail.wires.push(wire);
    rails.set(name, rail);
  }
  const boxes = new Map<string, LensBox[]>();
  for (const box of known.values()) {
    const name = firstRail(box, rails, insides);
    if (name === null || standing.has(box)) continue;
    standing.add(box);
    boxes.set(name, [...(boxes.get(name) ?? []), box]);
  }
  const order = [...known.values()];
  const first = (name: string) => {
    const [box] = boxes.get(name) ?? [];
    return box === undefined ? Infinity : order.findIndex(({ key }) => key === box.key);
  };
  return [...rails.entries()]
    .map(([name, { device, wires: of }]) => ({
      ...{ ground: ground.key, device, name, wires: of },
      // What can be called from outside stands outermost.
      boxes: (boxes.get(name) ?? []).toSorted(
        (a, b) => Number(isPublished(a)) - Number(isPublished(b)),
      ),
    }))
    .sort((a, b) => first(a.name) - first(b.name) || (a.name < b.name ? -1 : 1));
}

/** The rail that a box stands above: that of the wire by which its default route leaves, else of its first. */
function firstRail(
  box: KnownBox,
  rails: ReadonlyMap<string, { wires: readonly Wire[] }>,
  insides: Insides,
): string | null {
  const answer = answerOf(box, insides);
  const way = answer?.routes?.find(({ destination }) => destination === 'default')?.device;
  const own = [...rails].flatMap(([name, { wires }]) =>
    wires.filter(({ from }) => from.namespace === box.key).map(({ from }) => ({ name, from })),
  );
  const [first] = own.sort(
    (a, b) =>
      Number(b.from.name === way) - Number(a.from.name === way) || a.from.index - b.from.index,
  );
  return first?.name ?? null;
}

/** Is some of its ports published? */
export function isPublished({ members }: LensBox): boolean {
  return members.some(({ ports = [] }) => ports.length > 0);
}

function textOf({ namespace, index }: Pick<WireEnd, 'namespace' | 'index'>): string {
  return `${namespace} ${String(index)}`;
}
