import type { Messages } from '../../i18n/messages';
import type { Point } from '../../layout/geometry';
import { dotHalf } from '../../layout/lens/dot-text';
import { lensBoxes, ofContainers } from '../../layout/lens/lens-boxes';
import { untitled } from '../../layout/lens-net/head';
import { layOutNet } from '../../layout/lens-net/net-layout';
import type { NetLayout, PlacedNet } from '../../layout/lens-net/placed';
import type { WireEnd } from '../../layout/lens-net/wiring';
import { namedAmong } from '../../model/container-names';
import { containersByKey, containerOf } from '../../model/containers-by-key';
import { containerKey, containerKeyOf } from '../../model/ids';
import { processTint } from '../../select/container-colour';
import { Kept } from '../kept';
import { stripKey } from '../lens-box';
import { dotKey, dotThing } from '../lens-dot';
import { LensScenes } from '../lens-scene';
import type { LensPainter, LensPart, LensPicture, LensSubject } from '../lens-picture';
import type { Mark, Thing } from '../mark';
import { legendMarks } from './net-legend';
import { netBoxScene } from './net-box';
import type { NetRole } from './net-role';
import { betweenMarks, lookOfWire, reachPart, wayOf } from './net-reach';
import { outsideMarks, wireMark, wiresOut } from './net-wire';

/** The picture of networks: what each isolates, and the wires between them. */
export class NetScenes implements LensPainter<NetRole> {
  readonly #boxes = new Kept(netBoxScene);
  readonly #plain = new LensScenes();
  readonly #dots = new Kept(dotThing);
  readonly #wires = new Kept(wireMark);

  draw(subject: LensSubject): LensPicture<NetRole> {
    const { snapshot, whole, insides, reaches = [], opened, chosen, room, messages } = subject;
    const { brief = false } = subject;
    // A kernel without such namespaces has one network, and nothing to be told apart.
    if (snapshot.host.lacks.includes('net')) return this.#plain.draw(subject);
    const engines = new Set(whole.engines.flatMap(({ namespaces }) => namespaces?.net ?? []));
    const all = lensBoxes(snapshot, 'net', opened, whole);
    const networks = brief ? ofContainers(all, engines) : all;
    const layout = layOutNet(
      {
        ...{ boxes: networks, insides, chosen, brief, engines },
        processes: whole.processes,
        ...{ hostname: whole.host.hostname, messages: messages.lensNet },
        speaks: (subject.opens && !brief) || reaches.length > 0,
      },
      room,
    );
    const boxes = this.#boxParts(subject, layout);
    const reached = reachPart(
      reaches,
      layout.strip,
      subject.opens && !brief,
      brief,
      whole,
      messages,
    );
    return {
      size: layout.size,
      parts: [
        between('outside', outsideMarks(layout, messages.lensNet)),
        reached,
        ...boxes,
        between('wires', this.#wiresOf(layout, subject)),
        between('legend', legendMarks(layout)),
      ].filter(({ ground, key }) => ground.length > 0 || key.includes(':')),
      dots: layout.boxes.flatMap(({ dots }) =>
        dots.map(({ process, x, y }) => {
          const { look } = layout;
          return { process, x, y, radius: look.radius, half: dotHalf(process, look) };
        }),
      ),
      places: new Map([...factPlaces([reached, ...boxes]), ...placesIn(layout)]),
      // Where a box stands depends on what others tell of its wires, and whether one is drawn on what is plugged into it.
      asks: networks.flatMap(({ namespace }) =>
        namespace === null ? [] : [{ id: namespace.id, top: -Infinity, bottom: Infinity }],
      ),
    };
  }

  #boxParts(subject: LensSubject, layout: NetLayout): LensPart<NetRole>[] {
    const { colours, opens, chosen, messages } = subject;
    const boxes = this.#boxes.parts(
      layout.boxes.map((placed) => [
        placed.box.key,
        {
          ...{ placed, colours, opens, selected: isChosen(placed, chosen) },
          ...{ title: titleOf(placed, messages), wired: wiredOf(placed, layout, messages) },
          ...{ messages: messages.lensNet, lens: messages.lens },
        },
      ]),
    );
    const dots = this.#dotsOf(subject, layout);
    let taken = 0;
    return layout.boxes.flatMap((placed, nth): LensPart<NetRole>[] => {
      const box = boxes[nth];
      const from = taken;
      taken += placed.dots.length;
      return box === undefined ? [] : [{ ...box, dots: dots.slice(from, taken) }];
    });
  }

  #wiresOf(layout: NetLayout, { chosen, reaches = [] }: LensSubject) {
    const way = wayOf(reaches);
    const lit = new Set(
      layout.boxes
        .filter((placed) => placed.ground === null && isChosen(placed, chosen))
        .map(({ box }) => String(box.key)),
    );
    const wires = layout.wires.map((placed) => {
      const selected = lit.has(placed.wire.from.namespace);
      return { placed, selected, look: selected ? lookOfWire(placed, way) : [] };
    });
    // Those that are selected lie above the others.
    const ordered = wires.toSorted((a, b) => Number(a.selected) - Number(b.selected));
    const marks = this.#wires.parts(ordered.map((each) => [each.placed.wire.key, each]));
    return [...marks, ...betweenMarks(layout, lit, way), ...wiresOut(layout)];
  }

  #dotsOf(
    { snapshot, whole, colours, chosen, messages }: LensSubject,
    { boxes, look }: NetLayout,
  ): Thing<NetRole>[] {
    const containers = containersByKey(namedAmong(snapshot.containers, whole));
    return this.#dots.parts(
      boxes.flatMap(({ dots }) =>
        dots.map(({ process, x, y }) => {
          const key = containerKeyOf(process);
          const container = containerOf(process, containers)?.named ?? null;
          const of = { process, x, y, look, tint: processTint(colours, process), container };
          const selected = key !== null && chosen.has(key);
          return [String(process.pid), { ...of, selected, messages: messages.lens }] as const;
        }),
      ),
    );
  }
}

/** What is between boxes, and says nothing of its own. */
function between(key: string, ground: LensPart<NetRole>['ground']): LensPart<NetRole> {
  const frame = { kind: 'group', role: 'wires', hue: 'net' } as const;
  return { key, sentence: null, frame, ground, things: [], dots: [] };
}

function isChosen({ box }: PlacedNet, chosen: ReadonlySet<string>): boolean {
  return chosen.has(box.key) || box.members.some((each) => chosen.has(containerKey(each)));
}

/** What the wires of a box mean: where each leads. Of a network that others plug into, those outside alone. */
function wiredOf({ box }: PlacedNet, layout: NetLayout, { lensNet }: Messages): string[] {
  const rails = layout.boxes.flatMap(({ ground }) => ground?.rails ?? []);
  const named = ({ name, index }: WireEnd) => name ?? `#${String(index)}`;
  return [
    ...layout.wires
      .filter(({ wire }) => wire.from.namespace === box.key)
      .map(({ wire: { from, to }, rail: key }) => {
        const rail = rails.find((each) => each.key === key)?.rail;
        const bridge = rail?.device?.kind === 'bridge' ? rail.name : null;
        return lensNet.wired(named(from), named(to), bridge);
      }),
    ...(layout.outside?.wires ?? [])
      .filter((wire) => wire.box === box.key)
      .map(({ device }) => lensNet.wiredOutside(device)),
  ];
}

function titleOf({ box }: PlacedNet, { lens, lensNet }: Messages): string {
  if (box.host) return lens.members.host;
  const names = box.members.map(({ named }) => named);
  return names.length === 0 ? untitled(box, lensNet) : names.join(', ');
}

/** Where facts, rails and ports stand: in the middle of their ground, but of long ones near the left. */
function factPlaces(boxes: readonly LensPart<NetRole>[]): [string, Point][] {
  return boxes.flatMap(({ things }) =>
    things.flatMap(({ key, drawing }): [string, Point][] => {
      const ground = firstRect(drawing);
      if (ground === null) return [];
      const { x, y, width, height } = ground;
      return [[key, { x: x + Math.min(width / 2, 90), y: y + height / 2 }]];
    }),
  );
}

function firstRect(mark: Mark<NetRole>): Extract<Mark<NetRole>, { kind: 'rect' }> | null {
  if (mark.kind === 'rect') return mark;
  if (mark.kind !== 'group') return null;
  for (const child of mark.children) {
    const rect = firstRect(child);
    if (rect !== null) return rect;
  }
  return null;
}

/** Where heads, strips and dots stand. */
function placesIn({ boxes }: NetLayout): ReadonlyMap<string, Point> {
  return new Map(
    boxes.flatMap(({ box, x, y, width, strip, dots, ground }) => [
      [
        String(box.key),
        { x: ground === null ? x + width / 2 : x + 90, y: (ground?.at.y ?? y) + 16 },
      ] as const,
      ...(strip === null
        ? []
        : [[stripKey(box.key), { x: strip.x + strip.width / 2, y: strip.y + 12 }] as const]),
      ...dots.map((dot) => [dotKey(dot.process.pid), { x: dot.x, y: dot.y }] as const),
    ]),
  );
}
