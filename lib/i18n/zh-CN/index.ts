import { cli } from './cli';
import { inspector } from './inspector';
import { model } from './model';
import { notices } from './notices';
import { processes } from './processes';
import { reader } from './reader';
import { recordings } from './recordings';
import { sharing } from './sharing';
import { shell } from './shell';

export const zhCN = {
  cli,
  inspector,
  model,
  notices,
  processes,
  reader,
  recordings,
  sharing,
  shell,
};
