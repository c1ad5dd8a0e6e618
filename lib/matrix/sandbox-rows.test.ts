import { expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { namespaceId } from '../model/ids';
import type { NamespaceSet } from '../model/namespace-set';
import type { NamespaceType } from '../model/namespace-type';
import { courseMachine, courseMachineWith, process } from '../select/course-machine';
import { shownSandboxes } from '../select/shown-sandboxes';
import { DEFAULT_VIEW_STATE, type ViewState } from '../view-state/view-state';
import { sandboxItems } from './sandbox-rows';
import { matrixTable } from './table';
import { cellWord } from './words';

const HOST = courseMachine.host.namespaces;
const spaceOf = (name: string, type: NamespaceType) =>
  courseMachine.containers.find((each) => each.name === name)?.namespaces[type] ?? null;
const own = (nth: number): NamespaceSet => ({ ...HOST, mnt: namespaceId('mnt', String(nth)) });
const messages = messagesFor('en');

const machineWith = (...sets: NamespaceSet[]) =>
  courseMachineWith({
    processes: sets.map((namespaces, nth) => process({ pid: 20_001 + nth, namespaces })),
  });

/** The words of each row in one type, of the machine with sandboxes in these. */
function words(type: NamespaceType, ...sets: NamespaceSet[]): string[] {
  const machine = machineWith(...sets);
  const shown = shownSandboxes(machine, { ...DEFAULT_VIEW_STATE, sandboxes: 'folded' });
  return sandboxItems(shown, machine).flatMap((item) => {
    const cell = item.kind === 'sandbox' ? item.row.cells.find((each) => each.type === type) : null;
    return cell === null || cell === undefined ? [] : [cellWord(cell, messages.matrix)];
  });
}

it('says what is its own, and what is the host’s', () => {
  expect([words('mnt', own(71)), words('net', own(71))]).toEqual([['own'], ['host']]);
});

it('has the letter of those containers that share it', () => {
  expect(words('pid', { ...own(71), pid: spaceOf('c1', 'pid') })).toEqual(['PID-A']);
});

it('names the container that it is with, which has no letter of its own', () => {
  expect(words('net', { ...own(71), net: spaceOf('c1', 'net') })).toEqual(['with c1']);
});

it('has letters after those of containers for what is among sandboxes alone', () => {
  const pid = namespaceId('pid', '9');
  expect(words('pid', { ...own(71), pid }, { ...own(72), pid })).toEqual(['PID-B', 'PID-B']);
});

it('says nothing of what could not be read', () => {
  expect(words('net', { ...own(71), net: null })).toEqual(['?']);
});

it('has a heading with their number, and nothing where there is none or nobody asked', () => {
  const machine = machineWith(own(71), own(72));
  const asked = (change: Partial<ViewState>, of = machine) =>
    sandboxItems(shownSandboxes(of, { ...DEFAULT_VIEW_STATE, ...change }), of);
  expect(asked({ sandboxes: 'folded' })[0]).toMatchObject({ kind: 'sandboxes', count: 2 });
  expect(asked({})).toEqual([]);
  expect(asked({ sandboxes: 'folded' }, courseMachine)).toEqual([]);
});

it.each<[string, Partial<ViewState>, number]>([
  ['its name', { query: 'sleep' }, 2],
  ['a number in it', { query: '20002' }, 1],
  ['what nobody has', { query: 'nowhere' }, 0],
  ['processes of no container, none', { hostProcesses: false }, 0],
])('is filtered by %s', (_, change, count) => {
  const filters = { ...DEFAULT_VIEW_STATE, sandboxes: 'folded' as const, ...change };
  expect(shownSandboxes(machineWith(own(71), own(72)), filters)?.sandboxes).toHaveLength(count);
});

it('is in the table that is taken away', () => {
  const table = (change: Partial<ViewState>) =>
    matrixTable(machineWith(own(71)), { ...DEFAULT_VIEW_STATE, ...change }, messages, false).rows;
  expect(table({ sandboxes: 'folded' }).at(-1)?.slice(0, 7)).toEqual([
    ...['sleep', '', 'sandbox', '1', 'host', 'host', 'own'],
  ]);
  expect(table({}).some(([name]) => name === 'sleep')).toBe(false);
});
