import type { Size } from '../layout/geometry';
import { perType, type NamespaceType } from '../model/namespace-type';
import type { LensPainter, LensPart, LensSubject } from '../scene/lens-picture';
import { NetScenes } from '../scene/lens-net/net-scene';
import { MntScenes } from '../scene/lens-mnt/mnt-scene';
import { LensScenes } from '../scene/lens-scene';
import { UserScenes } from '../scene/lens-user/user-scene';
import type { Mark } from '../scene/mark';
import type { Ink } from './arc-look';
import { lensLooks } from './lens-look';
import { netLooks } from './lens-net-look';
import { lensUserLooks } from './lens-user-look';
import { mntLooks } from './lens-mnt-look';
import { drawn, type Looks } from './marks';
import type { SvgNode } from './svg';

/** The picture of a lens as SVG. */
type LensFigure = (subject: LensSubject, ink: Ink) => { size: Size; nodes: SvgNode[] };

const BOXES = lensPicture(() => new LensScenes(), lensLooks);
const NETWORKS = lensPicture(() => new NetScenes(), netLooks);

/** The picture of each lens. */
export const LENS_PICTURES: Readonly<Record<NamespaceType, LensFigure>> = {
  ...perType(() => BOXES),
  // Of networks of which nothing was kept there is nothing to be drawn but who is in them.
  net: (subject, ink) => (subject.insides.size === 0 ? BOXES : NETWORKS)(subject, ink),
  user: lensPicture(() => new UserScenes(), lensUserLooks),
  mnt: lensPicture(() => new MntScenes(), mntLooks),
};

function lensPicture<Role extends string>(
  painter: () => LensPainter<Role>,
  looks: (ink: Ink) => Looks<Role>,
): LensFigure {
  return (subject, ink) => {
    const { size, parts } = painter().draw(subject);
    return { size, nodes: drawn(parts.map(partMark), looks(ink)) };
  };
}

/** A part as one mark, with all that is in it. */
function partMark<Role extends string>(part: LensPart<Role>): Mark<Role> {
  const { frame, ground, things, dots } = part;
  return {
    ...frame,
    children: [
      ...ground,
      ...things.flatMap(({ drawing }) => (drawing.at === undefined ? drawing.children : [drawing])),
      ...dots.map(({ drawing }) => drawing),
    ],
  };
}
