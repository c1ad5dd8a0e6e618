import { nodeNotes } from '../facts/node-notes';
import { bundleHalfWidth, bundlePlaces, bundlesOf, type Bundle } from '../layout/bundle';
import { fitCamera } from '../layout/camera';
import { detailAt, isLettered, leastName, smallSizes, type Detail } from '../layout/detail';
import type { Point, Size } from '../layout/geometry';
import { projectHulls } from '../layout/drawn-hulls';
import { fittedList } from '../layout/node-text';
import { readingOrder } from '../layout/nearest';
import { saidOfHost } from '../sharing/said';
import { HOST_KEY, HUB_LABEL_WIDTH, hubLabelLines, type Place } from '../layout/places';
import { shortMemberNames } from '../layout/hub-members';
import { CONTAINER_RING, HOST_RING, STOPPED_RING, TYPE_LETTERS } from '../layout/ring';
import { farLabel, ringLabel, stoppedLabel, type LabelLine } from '../layout/ring-label';
import { sharingGraph, type GraphNode, type Hub } from '../sharing/graph';
import { layOut } from '../layout/sharing-layout';
import type { Tie } from '../layout/tie-curves';
import { tiesOf } from '../layout/ties';
import { kernelName } from '../model/ids';
import { chosenIn } from '../select/chosen';
import type { Drawing, FigureContent } from './drawing';
import { heading } from './frame';
import { legendHeight, sharingLegend } from './legend';
import { hullDrawing, hullName } from './hull-drawing';
import { hatching, ringArcs } from './ring-drawing';
import { group, node, type SvgNode } from './svg';
import { baseline, textLine, type TextStyle } from './text';

/** What every part of the picture is drawn with. */
interface Pen extends Drawing {
  chosen: ReadonlySet<string>;
  nodeOf: (key: string) => GraphNode | undefined;
  /** How much of each thing can be read. */
  detail: Detail;
}

/** Containers as rings around the host's, tied to what they share. */
export function sharingFigure(drawing: Drawing): FigureContent {
  const { snapshot, whole, viewState, size, messages, ink } = drawing;
  const { types, select } = viewState;
  const title = heading(messages.sharing.title, null, size, ink.palette);
  const graph = sharingGraph(snapshot, undefined, whole);
  const legend = sharingLegend(graph, drawing);
  const around = title.bottom + legendHeight(legend);
  const area: Size = { width: size.width, height: Math.max(size.height - around, 200) };
  // Laid out for all of the size, as a fresh page of that size is: the same things at the same places.
  const { places, bounds } = layOut(graph, size, null);
  const camera = fitCamera(bounds, area);
  const byKey = new Map(graph.nodes.map((each) => [each.key, each]));
  const pen: Pen = {
    ...drawing,
    chosen: chosenIn(whole, select),
    nodeOf: (key) => byKey.get(key),
    detail: readableAt(camera.scale),
  };
  const bundles = bundlesOf(graph).filter(({ type }) => types.includes(type));
  const isBundled = ({ type, toHost }: Tie) =>
    toHost && bundles.some((bundle) => bundle.type === type);
  const numbers = bundlePlaces(bundles, places);
  const host = places.get(HOST_KEY);
  const hubs = graph.hubs.filter(({ type }) => types.includes(type));
  const hulls = projectHulls(graph, places);
  const world = [
    ...hulls.map((hull) => hullDrawing(hull, ink)),
    ...tiesOf(graph, places)
      .filter((tie) => types.includes(tie.type) && !isBundled(tie))
      .map((tie) => tieDrawing(tie, pen)),
    ...(host === undefined ? [] : [hostDrawing(host, pen)]),
    ...readingOrder(places, byKey.keys()).flatMap((key) => {
      const [each, place] = [byKey.get(key), places.get(key)];
      return each === undefined || place === undefined ? [] : [containerDrawing(each, place, pen)];
    }),
    ...hubs.flatMap((hub) => {
      const place = places.get(hub.id);
      return place === undefined ? [] : [hubDrawing(hub, place, pen)];
    }),
    ...bundles.flatMap((bundle) => {
      const place = numbers.get(bundle);
      return place === undefined || host === undefined
        ? []
        : [bundleDrawing(bundle, host, place, pen)];
    }),
    ...hulls.flatMap((hull) => hullName(hull, pen.detail, ink)),
  ];
  const { scale, x, y } = camera;
  return {
    title: messages.sharing.title,
    size: { width: size.width, height: area.height + around },
    defs: hatching(ink),
    content: [
      ...title.nodes,
      group(
        {
          transform: `translate(${x.toFixed(2)},${(y + title.bottom).toFixed(2)}) scale(${scale.toFixed(4)})`,
        },
        world,
      ),
      ...legend.at(area.height + around),
    ],
  };
}

/** A figure cannot be pointed at, but magnified: all in it has a name. */
function readableAt(scale: number): Detail {
  const wanted = detailAt(scale);
  return wanted === 'none' ? 'farthest' : wanted;
}

function at({ x, y }: Point): string {
  return `translate(${x},${y})`;
}

function tieDrawing({ namespace, type, containerId, from, path }: Tie, pen: Pen): SvgNode {
  const stale = pen.nodeOf(from)?.stale === true;
  return node('path', {
    'data-tie': namespace,
    'data-from': containerId,
    d: path,
    fill: 'none',
    stroke: pen.ink.palette[`type-${type}`],
    'stroke-width': 2.5,
    'stroke-linecap': 'round',
    'stroke-dasharray': stale ? '7 6' : null,
    opacity: stale ? 0.85 : null,
  });
}

function selection(radius: number, { ink: { palette } }: Pen): SvgNode {
  return node('circle', {
    r: radius,
    fill: 'none',
    stroke: palette.text,
    'stroke-width': 1.75,
    'stroke-dasharray': '0.1 5',
    'stroke-linecap': 'round',
  });
}

function hostDrawing(place: Place, pen: Pen): SvgNode {
  const { whole, viewState, messages, ink } = pen;
  const { namespaces } = whole.host;
  const { palette } = ink;
  const small = smallSizes(pen.detail);
  const arcs = {
    shape: HOST_RING,
    types: viewState.types,
    sharingOf: (type: keyof typeof namespaces) => saidOfHost(whole.host, type),
    namespaceOf: (type: keyof typeof namespaces) => namespaces[type],
    letters: small.hostLetter,
    stale: false,
    ofHost: true,
  };
  const count = messages.model.processCount(whole.processes.length);
  return group({ transform: at(place), 'data-container': HOST_KEY }, [
    node('circle', { r: HOST_RING.outer, fill: palette.ground }),
    node('circle', { r: HOST_RING.inner, fill: palette.surface }),
    ringArcs(arcs, ink),
    ...(pen.chosen.has(HOST_KEY) ? [selection(HOST_RING.outer + 8, pen)] : []),
    ...(isLettered(pen.detail)
      ? [
          textLine(messages.model.host, 0, 0, name(small.host, pen)),
          textLine(count, 0, 22, detail(small.processes, pen)),
        ]
      : [textLine(messages.model.host, 0, 14, name(40, pen))]),
  ]);
}

function containerDrawing(each: GraphNode, place: Place, pen: Pen): SvgNode {
  const { ink, viewState } = pen;
  const { palette } = ink;
  const { container, stopped, stale } = each;
  const shape = stopped ? STOPPED_RING : CONTAINER_RING;
  const arcs = {
    shape,
    types: viewState.types,
    sharingOf: (type: keyof typeof container.sharing) => container.sharing[type],
    namespaceOf: (type: keyof typeof container.sharing) => container.namespaces[type],
    letters: isLettered(pen.detail) ? smallSizes(pen.detail).letter : null,
    stale,
    ofHost: false,
  };
  const ring = [
    node('circle', { r: shape.outer, fill: palette.ground }),
    node('circle', { r: shape.inner, fill: palette.surface }),
    ringArcs(arcs, ink),
    ...(pen.chosen.has(container.id) ? [selection(shape.outer + 8, pen)] : []),
  ];
  return group(
    {
      transform: at(place),
      'data-container': container.name,
      'data-stale': stale ? 'true' : null,
    },
    [
      ...(stopped ? [group({ transform: 'translate(0,-16)' }, ring)] : ring),
      ...(stopped ? stoppedText(each, pen) : ringText(each, pen)),
    ],
  );
}

function ringText(each: GraphNode, pen: Pen): SvgNode[] {
  const line = ({ text, size, y }: LabelLine, style: TextStyle) =>
    textLine(text, 0, y, { ...style, size });
  const least = leastName(pen.detail);
  const edge = { colour: pen.ink.palette.ground, width: 5 };
  if (least !== null) {
    return farLabel(each, least).map((each) => line(each, { ...name(each.size, pen), edge }));
  }
  const label = ringLabel(each, nodeNotes(each, pen.messages));
  return [
    ...label.name.map((each) => line(each, name(each.size, pen))),
    line(label.image, detail(label.image.size, pen)),
    ...(label.notes === null
      ? []
      : [line(label.notes, { ...detail(label.notes.size, pen), fill: pen.ink.palette.warn })]),
  ];
}

function stoppedText(each: GraphNode, pen: Pen): SvgNode[] {
  const { palette } = pen.ink;
  const label = stoppedLabel(each, nodeNotes(each, pen.messages), leastName(pen.detail));
  const edge = { colour: palette.ground, width: 4 };
  const named = textLine(label.name.text, 0, label.name.y, {
    ...detail(label.name.size, pen),
    weight: 500,
    edge,
  });
  if (pen.detail !== 'full') return [named];
  return [named, textLine(label.notes.text, 0, label.notes.y, { ...detail(10, pen), edge })];
}

function name(size: number, { ink: { palette } }: Pen): TextStyle {
  return { size, weight: 650, anchor: 'middle', fill: palette.text };
}

function detail(size: number, { ink: { palette } }: Pen): TextStyle {
  return { size, anchor: 'middle', fill: palette['text-dim'] };
}

function hubDrawing(hub: Hub, place: Place, pen: Pen): SvgNode {
  const { messages, ink, chosen, nodeOf } = pen;
  const { palette } = ink;
  const stale = hub.members.every((key) => nodeOf(key)?.stale);
  const [first, second] = hubLabelLines(place.labelAbove);
  const { sharedBy, engineWith } = messages.sharing.hub;
  const also = (text: string) =>
    hub.hidden.length === 0 ? text : messages.filters.withHidden(text, hub.hidden.length);
  const sizes = smallSizes(pen.detail);
  const members = fittedList(
    shortMemberNames(hub, nodeOf),
    HUB_LABEL_WIDTH,
    sizes.members,
    (shown, more) => also((hub.ofEngine ? engineWith : sharedBy)(shown, more)),
  );
  const edge = { colour: palette.ground, width: 4 };
  return group({ transform: at(place), 'data-hub': hub.id }, [
    node('rect', {
      x: -9,
      y: -9,
      width: 18,
      height: 18,
      rx: 2.5,
      transform: 'rotate(45)',
      fill: palette[`type-${hub.type}`],
      stroke: palette.ground,
      'stroke-width': 2.5,
      opacity: stale ? 0.85 : null,
    }),
    textLine(TYPE_LETTERS[hub.type], 0, baseline(0, 11), {
      size: 11,
      weight: 700,
      anchor: 'middle',
      fill: palette['on-type'],
    }),
    ...(chosen.has(hub.id) ? [selection(18, pen)] : []),
    textLine(kernelName(hub.id), 0, first, {
      size: sizes.hub,
      anchor: 'middle',
      mono: true,
      fill: palette.text,
      edge,
    }),
    textLine(members, 0, second, { ...detail(sizes.members, pen), edge }),
  ]);
}

function bundleDrawing(
  bundle: Bundle,
  host: Place,
  place: Point,
  { ink: { palette } }: Pen,
): SvgNode {
  const { type, members } = bundle;
  const hue = palette[`type-${type}`];
  const { anchor } = HOST_RING.arcs[type];
  const half = bundleHalfWidth(bundle);
  return group({ 'data-bundle': type, 'data-count': members.length }, [
    node('line', {
      x1: host.x + anchor.x,
      y1: host.y + anchor.y,
      x2: place.x,
      y2: place.y,
      stroke: hue,
      'stroke-width': 6,
    }),
    node('rect', {
      x: place.x - half,
      y: place.y - 11,
      width: 2 * half,
      height: 22,
      rx: 11,
      fill: hue,
      stroke: palette.ground,
      'stroke-width': 2,
    }),
    textLine(String(members.length), place.x, baseline(place.y, 13), {
      size: 13,
      weight: 700,
      anchor: 'middle',
      fill: palette['on-type'],
    }),
  ]);
}
