import { filters } from './filters';
import { model } from './model';
import { recordings } from './recordings';
import { search } from './search';
import { sharing } from './sharing';
import { shell } from './shell';
import { summary } from './summary';

/** What the first picture says. */
export const zhCNFirst = {
  filters,
  model,
  recordings,
  search,
  sharing,
  shell,
  summary,
};
