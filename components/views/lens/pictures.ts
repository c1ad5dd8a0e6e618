import type { Styles } from '@components/canvas/marks';
import { perType, type NamespaceType } from '@lib/model/namespace-type';
import type { LensPainter } from '@lib/scene/lens-picture';
import { LensScenes } from '@lib/scene/lens-scene';
import { NetScenes } from '@lib/scene/lens-net/net-scene';
import { UserScenes } from '@lib/scene/lens-user/user-scene';
import { joinedStyles } from './joined-styles';
import boxes from './lens.module.css';
import net from './lens-net.module.css';
import users from './lens-user.module.css';
import { MntScenes } from '@lib/scene/lens-mnt/mnt-scene';
import mnt from './lens-mnt.module.css';

/** How a lens is drawn on the page. */
interface LensLook {
  /** A painter of its own for each picture that is open: it remembers what it drew. */
  painter: () => LensPainter;
  /** What the roles of its marks look like. */
  styles: Styles;
  /** In projector mode it is as large as if the canvas were so many pixels wide. */
  backRow: number;
  /** The same beside a lesson, where it has half the room: two containers are in sight. */
  lesson: number;
}

const BOXES: LensLook = {
  painter: () => new LensScenes(),
  styles: boxes,
  backRow: 760,
  lesson: 400,
};

/** The picture of each lens. */
export const PICTURES: Readonly<Record<NamespaceType, LensLook>> = {
  ...perType(() => BOXES),
  net: {
    painter: () => new NetScenes(),
    styles: joinedStyles(boxes, net),
    backRow: 760,
    lesson: 480,
  },
  user: {
    painter: () => new UserScenes(),
    styles: joinedStyles(boxes, users),
    backRow: 895,
    lesson: 480,
  },
  mnt: {
    painter: () => new MntScenes(),
    styles: joinedStyles(boxes, mnt),
    backRow: 880,
    lesson: 468,
  },
};
