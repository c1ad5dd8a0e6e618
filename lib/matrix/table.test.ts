import { csvParse } from 'd3';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { sampleSnapshot, type Sketch } from '../layout/fixtures/sample-snapshot';
import { namespaceId } from '../model/ids';
import { sharingGraph } from '../sharing/graph';
import { withSandboxes } from '../sandboxes/fixtures/with-sandboxes';
import { csvTable } from '../table/csv';
import { markdownTable, markdownText } from '../table/markdown';
import { DEFAULT_VIEW_STATE, type ViewState } from '../view-state/view-state';
import { matrixOf } from './matrix';
import { matrixTable } from './table';
import { rowDetail } from './words';

const SKETCHES: Sketch[] = [
  { name: 'web', project: 'shop', shares: { net: 'web' } },
  { name: 'sidecar', project: 'shop', shares: { net: 'web' } },
  { name: 'metrics', host: ['pid', 'net'] },
  { name: 'hidden', unknown: ['pid'] },
  { name: 'gone', state: 'exited' },
];

function table(shown: Partial<ViewState> = {}, numbered = false, sketches = SKETCHES) {
  const viewState = { ...DEFAULT_VIEW_STATE, types: ['pid', 'net'] as const, ...shown };
  return matrixTable(sampleSnapshot(sketches), viewState, messagesFor('en'), numbered);
}

const saidOf = ({ rows }: ReturnType<typeof table>) =>
  rows.map((row) => [row[0], ...row.slice(-2)].join(' '));

describe('rows', () => {
  it('are those of the view, the host first', () => {
    expect(saidOf(table())).toEqual([
      'host host host',
      'hidden ? own',
      'metrics host host',
      'sidecar own NET-A',
      'web own NET-A',
      'gone – –',
    ]);
  });

  it('have their group where they are grouped', () => {
    const { heads, rows } = table({ grouping: 'project' });
    expect(heads[0]).toBe('group');
    expect(rows.map((row) => row.slice(0, 2).join(': '))).toEqual([
      ': host',
      'project shop: sidecar',
      'project shop: web',
      'no project: hidden',
      'no project: metrics',
      'no project: gone',
    ]);
  });

  it('are none of what filters hide', () => {
    expect(saidOf(table({ stopped: false, hiddenProjects: ['shop'] }))).toHaveLength(3);
  });

  it('are each of many that are stopped', () => {
    const many = Array.from({ length: 30 }, (_, nth) => ({
      ...{ name: `job-${nth}`, state: 'exited' as const },
    }));
    expect(table({}, false, [...SKETCHES, ...many]).rows).toHaveLength(1 + 5 + 30);
  });
});

it('each of many sandboxes has a row, asked for as one thing or as each, and none where nobody asked', () => {
  const many = Array.from({ length: 41 }, (_, nth) => ({ mnt: namespaceId('mnt', `7${nth}`) }));
  const machine = withSandboxes(sampleSnapshot(SKETCHES), ...many);
  const counts = ([null, 'folded', 'all'] as const).map((sandboxes) => {
    const viewState = { ...DEFAULT_VIEW_STATE, sandboxes };
    return matrixTable(machine, viewState, messagesFor('en'), false).rows.length;
  });
  expect(counts).toEqual([6, 47, 47]);
});

it('have the number of each namespace, as links of /proc have it', () => {
  const snapshot = sampleSnapshot(SKETCHES);
  const { heads, rows } = table({}, true);
  expect(heads.slice(-4)).toEqual(['pid', 'pid inode', 'net', 'net inode']);
  const [web] = csvParse(csvTable([heads, ...rows])).filter(({ container }) => container === 'web');
  const { net } = snapshot.containers.find(({ name }) => name === 'web')?.namespaces ?? {};
  expect(`net:${web?.['net inode'] ?? ''}`).toBe(net);
  expect(web?.net).toBe('NET-A');
  const [gone] = rows.filter(([name]) => name === 'gone');
  expect(gone?.slice(-4)).toEqual(['–', '', '–', '']);
});

it('of one whose state its engine tells no more it is not said in which it was', () => {
  const snapshot = sampleSnapshot(SKETCHES);
  const containers = snapshot.containers.map((each) => ({
    ...each,
    unreadable: each.name === 'web' || each.name === 'gone' ? { state: 'ETIMEDOUT' } : {},
  }));
  const doubted = { ...snapshot, containers };
  const told = matrixTable(doubted, DEFAULT_VIEW_STATE, messagesFor('en'), false);
  const [web, gone] = csvParse(csvTable([told.heads, ...told.rows])).filter(({ container = '' }) =>
    ['web', 'gone'].includes(container),
  );
  expect([web?.state, gone?.state]).toEqual(['state unknown', 'state unknown']);
  const matrix = matrixOf(doubted, sharingGraph(doubted), { grouping: 'none', order: 'name' });
  const stopped = matrix.groups.flatMap(({ rows }) => rows).filter(({ node }) => node.stopped);
  expect(stopped.map((row) => rowDetail(row, messagesFor('en'))[1])).toEqual(['state unknown']);
});

it('hostile names stay cells of CSV and of Markdown', () => {
  const name = '=cmd|"x",\n| <b>';
  const { heads, rows } = table({}, false, [{ name }]);
  expect(csvParse(csvTable([heads, ...rows]))[1]?.container).toBe(`'${name.replace('\n', ' ')}`);
  const lines = markdownTable(
    heads.map(markdownText),
    rows.map((row) => row.map(markdownText)),
  );
  expect(lines).toHaveLength(2 + rows.length);
  for (const line of lines) expect(line.split(/(?<!\\)\|/)).toHaveLength(heads.length + 2);
  expect(lines.at(-1)).toContain('=cmd\\|"x", \\| \\<b\\>');
});
