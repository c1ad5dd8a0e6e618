import type { NamespaceId } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';
import { bundlesOf } from './bundle';
import { Obstacles } from './obstacles';
import { HOST_KEY, type Places } from './places';
import type { SharingGraph } from './sharing-graph';
import { curvePath, hostTie, hubTie, swerved, type Curve } from './tie-path';

/** How far a tie is bent aside to pass what is in its way, the calmest first. */
const SWERVES = [60, -60, 110, -110, 170, -170, 240, -240];

/** One line of the picture: from a container's arc to a hub, or to the host's arc. */
export interface Tie {
  key: string;
  namespace: NamespaceId;
  type: NamespaceType;
  /** The node that it starts from. */
  from: string;
  /** The id of its container. */
  containerId: string;
  toHost: boolean;
  /** SVG path data in world coordinates. */
  path: string;
}

/** A tie as geometry: between the places of `from` and `to`. */
export interface TieCurve {
  from: string;
  /** A hub's id, or the host's key. */
  to: string;
  type: NamespaceType;
  curve: Curve;
}

/** The curves between things that have places. */
export function curvesOf(graph: SharingGraph, places: Places): TieCurve[] {
  const curves: TieCurve[] = [];
  const host = places.get(HOST_KEY);
  for (const { key, hostTies } of graph.nodes) {
    const place = places.get(key);
    if (place === undefined || host === undefined) continue;
    for (const type of hostTies) {
      curves.push({ from: key, to: HOST_KEY, type, curve: hostTie(place, type, host) });
    }
  }
  for (const { id, type, members } of graph.hubs) {
    const place = places.get(id);
    for (const key of members) {
      const member = places.get(key);
      if (place === undefined || member === undefined) continue;
      curves.push({ from: key, to: id, type, curve: hubTie(member, type, place) });
    }
  }
  return curves;
}

/** What was found for the ties between these very places: a layout asks, then who draws it. */
const found = new WeakMap<Places, Map<string, Curve>>();

/** The curves as they are drawn: where one would run under something, it swerves if that helps. */
export function drawnCurves(graph: SharingGraph, places: Places): TieCurve[] {
  const known = found.get(places) ?? new Map<string, Curve>();
  found.set(places, known);
  const bundled = bundlesOf(graph).map(({ type }) => type);
  let obstacles: Obstacles | null = null;
  return curvesOf(graph, places).map((tie) => {
    // An open bundle is a thicket whatever its ties do.
    if (tie.to === HOST_KEY && bundled.includes(tie.type)) return tie;
    const key = `${tie.from}|${tie.to}|${tie.type}`;
    const curve = known.get(key) ?? clearOf((obstacles ??= new Obstacles(places)), tie);
    known.set(key, curve);
    return { ...tie, curve };
  });
}

/** The calmest of the curves that run under the fewest things. */
function clearOf(obstacles: Obstacles, { from, to, curve }: TieCurve): Curve {
  let best = { curve, under: obstacles.under(curve, from, to) };
  for (const by of SWERVES) {
    if (best.under === 0) break;
    const tried = swerved(curve, by);
    const under = obstacles.under(tried, from, to);
    if (under < best.under) best = { curve: tried, under };
  }
  return best.curve;
}

/** The lines between things that have places. */
export function tiesOf(graph: SharingGraph, places: Places): Tie[] {
  const containers = new Map(graph.nodes.map(({ key, container }) => [key, container]));
  return drawnCurves(graph, places).flatMap(({ from, to, type, curve }): Tie[] => {
    const container = containers.get(from);
    const namespace = container?.namespaces[type] ?? null;
    if (container === undefined || namespace === null) return [];
    const toHost = to === HOST_KEY;
    const key = toHost ? `${from}|${type}` : `${from}|${to}`;
    const path = curvePath(curve);
    return [{ key, namespace, type, from, containerId: container.id, toHost, path }];
  });
}
