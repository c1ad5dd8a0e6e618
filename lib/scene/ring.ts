import { TYPE_LETTERS, type RingShape } from '../layout/ring';
import { ringPaths } from '../layout/ring-paths';
import type { Sharing } from '../model/container';
import type { NamespaceId } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { PRIVATE_BY_DEFAULT } from '../sharing/sharers';
import { baseline } from './baseline';
import type { Mark } from './mark';
import type { SharingRole } from './sharing-role';

export interface RingOf {
  shape: RingShape;
  /** Those that are shown; of any other there is an empty arc. */
  types: readonly NamespaceType[];
  sharingOf: (type: NamespaceType) => Sharing;
  namespaceOf: (type: NamespaceType) => NamespaceId | null;
  /** How large each arc's letter is; null: there is none. */
  letters: number | null;
  stale: boolean;
  /** On the host's own ring each arc says something. */
  ofHost: boolean;
  selected: boolean;
}

/** The eight arcs of a ring, one for each type, always at the same places, and what is around and in them. */
export function ringMarks(ring: RingOf): Mark<SharingRole>[] {
  const { shape, selected } = ring;
  return [
    { kind: 'circle', role: 'disc', r: shape.outer },
    { kind: 'circle', role: 'core', r: shape.inner },
    arcsMark(ring, ringPaths(shape)),
    ...(selected ? [selectionMark(shape.outer + 8)] : []),
  ];
}

/** The arcs alone, along these paths. */
export function arcsMark(
  ring: RingOf,
  paths: Readonly<Record<NamespaceType, string>>,
): Mark<SharingRole> {
  return {
    kind: 'group',
    role: 'ring',
    is: ring.stale ? ['stale'] : [],
    children: NAMESPACE_TYPES.flatMap((type) => arcMarks(type, ring, paths[type])),
  };
}

/** The dotted line around what is selected. */
export function selectionMark(r: number): Mark<SharingRole> {
  return { kind: 'circle', role: 'selection', r };
}

function arcMarks(type: NamespaceType, ring: RingOf, d: string): Mark<SharingRole>[] {
  const { shape, types, letters, stale, ofHost } = ring;
  const sharing = ring.sharingOf(type);
  const shown = types.includes(type);
  // Where Docker's default is a namespace of its own, the host's says something.
  const telling = sharing === 'host' && shown && (ofHost || PRIVATE_BY_DEFAULT.includes(type));
  const arc: Mark<SharingRole> = {
    kind: 'path',
    role: 'arc',
    is: [
      ...(shown ? [sharing] : ['filtered']),
      ...(telling ? ['telling'] : []),
      ...(stale ? ['stale'] : []),
    ],
    hue: type,
    data: { type, sharing, namespace: ring.namespaceOf(type) },
    d,
    hatched: shown && sharing === 'host',
  };
  if (letters === null || !shown || sharing === 'none') return [arc];
  const { letter } = shape.arcs[type];
  const size = sharing === 'unknown' ? letters + 1.5 : letters;
  return [
    arc,
    {
      kind: 'text',
      role: 'arcLetter',
      is: [sharing],
      hue: type,
      x: letter.x,
      y: baseline(letter.y, size),
      size,
      text: sharing === 'unknown' ? '?' : TYPE_LETTERS[type],
    },
  ];
}
