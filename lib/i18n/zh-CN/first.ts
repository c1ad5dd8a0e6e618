import { filters } from './filters';
import { model } from './model';
import { recordings } from './recordings';
import { sharing } from './sharing';
import { shell } from './shell';
import { summary } from './summary';

/** What the first picture says. */
export const zhCNFirst = {
  filters,
  model,
  recordings,
  sharing,
  shell,
  summary,
};
