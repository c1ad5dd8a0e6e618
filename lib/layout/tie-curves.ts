import type { NamespaceId } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';
import { HOST_KEY, type Places } from './places';
import type { SharingGraph } from '../sharing/graph';
import { curvePath, hostTie, hubTie, type Curve } from './tie-path';

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

/** A tie as it is drawn. */
export interface DrawnCurve extends TieCurve {
  /** The curve as SVG path data. */
  path: string;
}

export function asDrawn(tie: TieCurve): DrawnCurve {
  return { ...tie, path: curvePath(tie.curve) };
}

/** The curves between things that have places, the straightest. */
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

/** The curves as lines of the picture. */
export function asTies(graph: SharingGraph, curves: readonly DrawnCurve[]): Tie[] {
  const containers = new Map(graph.nodes.map(({ key, container }) => [key, container]));
  return curves.flatMap(({ from, to, type, path }): Tie[] => {
    const container = containers.get(from);
    const namespace = container?.namespaces[type] ?? null;
    if (container === undefined || namespace === null) return [];
    const toHost = to === HOST_KEY;
    const key = toHost ? `${from}|${type}` : `${from}|${to}`;
    return [{ key, namespace, type, from, containerId: container.id, toHost, path }];
  });
}
