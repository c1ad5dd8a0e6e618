import { differenceSigns } from '../facts/differences';
import { fitCamera } from '../layout/camera';
import { boundsOf, type Point } from '../layout/geometry';
import { boxOf, standingGone } from '../layout/gone-places';
import { arrange } from '../layout/arrangement';
import { detailAt, type Detail } from '../layout/detail';
import { sharingGraph } from '../sharing/graph';
import { SIGN_AT, SIGN_SCALE } from '../scene/difference-signs';
import { goneScene, type GoneScene } from '../scene/gone-scene';
import { sandboxBox } from '../layout/sandbox-places';
import { sandboxScene, standingSandboxes } from '../scene/sandbox-scene';
import { SharingScenes } from '../scene/sharing-scene';
import { chosenIn } from '../select/chosen';
import { folded } from '../select/folded';
import { shownSandboxes } from '../select/shown-sandboxes';
import type { Difference } from '../timeline/difference';
import { hatching } from './arc-look';
import { differenceNode } from './difference-node';
import type { Drawing, FigureContent } from './drawing';
import { heading } from './frame';
import { goneLooks } from './gone-look';
import { legendHeight, sharingLegend } from './legend';
import { drawn } from './marks';
import { sharingLooks } from './sharing-look';
import type { Palette } from './palette';
import { group, type SvgNode } from './svg';

const NO_SIGNS: ReadonlyMap<string, Difference> = new Map();
const NOTHING_GONE: GoneScene = { lines: [], rings: [] };

/** Containers as rings around the host's, tied to what they share. */
export function sharingFigure(drawing: Drawing): FigureContent {
  const { whole, viewState, size, messages, ink, comparison } = drawing;
  const { snapshot, stopped } = folded(drawing, viewState);
  const { types, select } = viewState;
  const title = heading(messages.sharing.title, null, size, ink.palette);
  const graph = sharingGraph(snapshot, undefined, whole, stopped);
  // As on the canvas of a fresh page of that size: the same things at the same places, and as large. What
  // a page tells outside of its canvas stands above and below.
  const { layout, ties, hulls } = arrange(graph, size, null);
  const { places, pins } = layout;
  const standing = comparison === null ? null : standingGone(comparison, { graph, layout });
  const shown = shownSandboxes(whole, viewState);
  const legend = sharingLegend(graph, shown, drawing);
  const goneRoom = [...(standing?.places.values() ?? [])].map(boxOf);
  const sandboxes =
    shown === null ? null : standingSandboxes(shown, { graph, layout, gone: goneRoom }, new Map());
  const beside = [...goneRoom, ...[...(sandboxes?.values() ?? [])].map(sandboxBox)];
  const camera = fitCamera(boundsOf([layout.bounds, ...beside]) ?? layout.bounds, size);
  const detail = readableAt(camera.scale);
  const gone =
    comparison === null || standing === null
      ? NOTHING_GONE
      : goneScene({ comparison, standing, graph, layout, types, detail, messages });
  const signs = comparison === null ? NO_SIGNS : differenceSigns(comparison);
  const scene = new SharingScenes().draw({
    graph,
    places,
    pins,
    ties,
    hulls,
    whole,
    types,
    detail,
    complete: true,
    chosen: chosenIn(whole, select),
    openBundles: new Set(),
    messages,
  });
  const boxes =
    shown === null || sandboxes === null
      ? null
      : sandboxScene({
          ...{ shown, standing: sandboxes, pinned: new Set<string>(), graph, layout },
          ...{ types, detail, complete: true, messages },
        });
  const things = [
    ...scene.things,
    ...scene.bundles,
    ...(boxes?.things ?? []),
    ...(boxes === null || boxes.fold === null ? [] : [boxes.fold]),
  ];
  const marks = [
    ...scene.ties.map(({ mark }) => mark),
    ...(boxes?.ties.map(({ mark }) => mark) ?? []),
    ...scene.broken,
    ...things.map((thing) => thing.drawing),
    ...scene.names,
  ];
  const { scale, x, y } = camera;
  const height = title.bottom + size.height + legendHeight(legend);
  return {
    title: messages.sharing.title,
    size: { width: size.width, height },
    defs: hatching(ink),
    head: title.nodes,
    picture: [
      group(
        {
          transform: `translate(${x.toFixed(2)},${(y + title.bottom).toFixed(2)}) scale(${scale.toFixed(4)})`,
        },
        [
          ...drawn(scene.projects, sharingLooks(ink)),
          ...drawn(
            gone.lines.map(({ mark }) => mark),
            goneLooks(ink.palette),
          ),
          ...gone.rings.map(({ name, at, mark }) =>
            group({ 'data-gone': name }, [
              ...drawn([mark], goneLooks(ink.palette)),
              signAt('went', at, 'ring', ink.palette),
            ]),
          ),
          ...drawn(marks, sharingLooks(ink)),
          ...[...scene.things, ...(boxes?.things ?? [])].flatMap(
            ({ key, identity, drawing: { role, at } }) => {
              const kind = role === 'hub' ? 'hub' : 'ring';
              const sign = signs.get(kind === 'hub' ? key : identity);
              return sign === undefined || at === undefined
                ? []
                : [signAt(sign, at, kind, ink.palette)];
            },
          ),
        ],
      ),
    ],
    legend: legend.at(height),
  };
}

function signAt(
  difference: Difference,
  { x, y }: Point,
  kind: keyof typeof SIGN_AT,
  palette: Palette,
): SvgNode {
  const beside = SIGN_AT[kind];
  return differenceNode(
    difference,
    { x: x + beside.x, y: y + beside.y, scale: SIGN_SCALE },
    palette,
  );
}

/** A figure cannot be pointed at, but magnified: all in it has a name. */
function readableAt(scale: number): Detail {
  const wanted = detailAt(scale);
  return wanted === 'none' ? 'farthest' : wanted;
}
