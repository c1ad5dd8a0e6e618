import type { Tie } from '../layout/tie-curves';
import type { PathMark } from './mark';
import type { SharingRole } from './sharing-role';

export interface TieOf extends Tie {
  stale: boolean;
}

/** A curved line from a container's arc to what it shares there. */
export function tieMark(tie: TieOf): PathMark<SharingRole> {
  const { namespace, type, containerId, from, path, stale, toHost } = tie;
  return {
    kind: 'path',
    role: 'tie',
    is: stale ? ['stale'] : [],
    hue: type,
    data: { tie: namespace, from: containerId },
    // The container at its other end.
    page: { 'host-end': toHost ? from : null },
    d: path,
  };
}
