import { expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import { findSandboxes } from '../sandboxes/find';
import { withSandboxes } from '../sandboxes/fixtures/with-sandboxes';
import type { Filter } from '../view-state/filters';
import { DEFAULT_VIEW_STATE, type ViewState } from '../view-state/view-state';
import { courseMachine } from './course-machine';
import { withoutHiders } from './shown';
import { hidersOfSandbox, shownSandboxes } from './shown-sandboxes';

const machine = withSandboxes(courseMachine, { mnt: namespaceId('mnt', '71') });
const [sandbox] = findSandboxes(machine).sandboxes;

it.each<[string, Partial<ViewState>, Filter[]]>([
  ['nothing', {}, []],
  ['a query that it meets', { query: 'sleep' }, []],
  ['filters of containers', { hiddenProjects: ['shop'], stopped: false, types: ['pid'] }, []],
  ['a query that it does not meet', { query: 'nowhere' }, ['query']],
  ['no processes of the host', { hostProcesses: false }, ['hostProcesses']],
  ['both', { hostProcesses: false, query: 'nowhere' }, ['hostProcesses', 'query']],
])('hidden by %s, it is drawn without what hides it', (_, change, hiders) => {
  if (sandbox === undefined) throw new Error('there is no sandbox');
  const filters: ViewState = { ...DEFAULT_VIEW_STATE, sandboxes: 'folded', ...change };
  expect(hidersOfSandbox(filters, sandbox)).toEqual(hiders);
  expect(shownSandboxes(machine, filters)?.sandboxes).toHaveLength(hiders.length === 0 ? 1 : 0);
  const without = { ...filters, ...withoutHiders(filters, hiders, null) };
  expect(shownSandboxes(machine, without)?.sandboxes).toHaveLength(1);
  if (!hiders.includes('query')) expect(without.query).toBe(filters.query);
});
