import { fitCamera } from '../layout/camera';
import { arrange } from '../layout/arrangement';
import { detailAt, type Detail } from '../layout/detail';
import { sharingGraph } from '../sharing/graph';
import { SharingScenes } from '../scene/sharing-scene';
import { chosenIn } from '../select/chosen';
import { folded } from '../select/folded';
import { hatching } from './arc-look';
import type { Drawing, FigureContent } from './drawing';
import { heading } from './frame';
import { legendHeight, sharingLegend } from './legend';
import { drawn } from './marks';
import { sharingLooks } from './sharing-look';
import { group } from './svg';

/** Containers as rings around the host's, tied to what they share. */
export function sharingFigure(drawing: Drawing): FigureContent {
  const { whole, viewState, size, messages, ink } = drawing;
  const { snapshot, stopped } = folded(drawing, viewState);
  const { types, select } = viewState;
  const title = heading(messages.sharing.title, null, size, ink.palette);
  const graph = sharingGraph(snapshot, undefined, whole, stopped);
  const legend = sharingLegend(graph, drawing);
  // As on the canvas of a fresh page of that size: the same things at the same places, and as large. What
  // a page tells outside of its canvas stands above and below.
  const { layout, ties, hulls } = arrange(graph, size, null);
  const { places, pins, bounds } = layout;
  const camera = fitCamera(bounds, size);
  const scene = new SharingScenes().draw({
    graph,
    places,
    pins,
    ties,
    hulls,
    whole,
    types,
    detail: readableAt(camera.scale),
    complete: true,
    chosen: chosenIn(whole, select),
    openBundles: new Set(),
    messages,
  });
  const marks = [
    ...scene.projects,
    ...scene.ties.map(({ mark }) => mark),
    ...scene.broken,
    ...[...scene.things, ...scene.bundles].map((thing) => thing.drawing),
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
        drawn(marks, sharingLooks(ink)),
      ),
    ],
    legend: legend.at(height),
  };
}

/** A figure cannot be pointed at, but magnified: all in it has a name. */
function readableAt(scale: number): Detail {
  const wanted = detailAt(scale);
  return wanted === 'none' ? 'farthest' : wanted;
}
