import { announcements } from './announcements';
import { comparison } from './comparison';
import { figure } from './figure';
import { filters } from './filters';
import { help } from './help';
import { inspector } from './inspector';
import { lens } from './lens';
import { matrix } from './matrix';
import { model } from './model';
import { notices } from './notices';
import { processList } from './process-list';
import { processes } from './processes';
import { reader } from './reader';
import { recordings } from './recordings';
import { search } from './search';
import { sharing } from './sharing';
import { shell } from './shell';
import { takeAway } from './take-away';

export const zhCN = {
  announcements,
  comparison,
  figure,
  filters,
  help,
  inspector,
  lens,
  matrix,
  model,
  notices,
  processList,
  processes,
  reader,
  recordings,
  search,
  sharing,
  shell,
  takeAway,
};
