import type { LensRole } from '../lens-role';
import type { Mark } from '../mark';

/** What a mark of the picture of mounts is, besides what is in every lens. */
export type MntRole =
  | LensRole
  | 'mntPart'
  | 'mntName'
  | 'mntText'
  | 'mntDim'
  | 'mntCode'
  | 'mntDimCode'
  | 'mntUnknown'
  | 'mntBad'
  | 'mntHeading'
  | 'parting'
  | 'layer'
  | 'layerText'
  | 'layerCode'
  | 'unknownGround'
  | 'written'
  | 'writtenText'
  | 'tag'
  | 'tagText'
  | 'cord'
  | 'joint'
  | 'plug'
  | 'icon';

export type MntMark = Mark<MntRole>;
