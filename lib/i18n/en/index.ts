import { announcements } from './announcements';
import { capabilities } from './capabilities';
import { comparison } from './comparison';
import { emptyPicture } from './empty-picture';
import { figure } from './figure';
import { filtering } from './filtering';
import { findingList } from './finding-list';
import { findings } from './findings';
import { help } from './help';
import { inFull } from './in-full';
import { inside } from './inside';
import { inspector } from './inspector';
import { imageLayers } from './image-layers';
import { imageList } from './image-list';
import { kernel } from './kernel';
import { lab } from './lab';
import { labPage } from './lab-page';
import { lens } from './lens';
import { lensContent } from './lens-content';
import { lensNet } from './lens-net';
import { lensUser } from './lens-user';
import { lensMnt } from './lens-mnt';
import { mayUse } from './may-use';
import { joinedFacts, lessonDenials, lessonFacts } from './lesson-facts';
import { lessons } from './lessons';
import { matrix } from './matrix';
import { notices } from './notices';
import { present } from './present';
import { privileges } from './privileges';
import { processList } from './process-list';
import { processes } from './processes';
import { projector } from './projector';
import { reach } from './reach';
import { reader } from './reader';
import { sandboxes } from './sandboxes';
import { search } from './search';
import { takeAway } from './take-away';
import { timeline } from './timeline';
import { enFirst } from './first';

export const en = {
  ...enFirst,
  announcements,
  capabilities,
  comparison,
  emptyPicture,
  figure,
  filtering,
  findingList,
  findings,
  help,
  inFull,
  inside,
  inspector,
  imageLayers,
  imageList,
  kernel,
  lab,
  labPage,
  lens,
  lensContent,
  lensNet,
  lensUser,
  lensMnt,
  joinedFacts,
  lessonDenials,
  lessonFacts,
  lessons,
  mayUse,
  matrix,
  notices,
  present,
  processList,
  privileges,
  processes,
  projector,
  reach,
  reader,
  sandboxes,
  search,
  takeAway,
  timeline,
};
