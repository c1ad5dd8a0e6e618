import { describe, expect, it } from 'vitest';
import { nextSort, possibleColumns, shownColumns } from './column-choice';
import { BY_PID, COLUMNS } from '../view-state/process-columns';

const WIDTHS = {
  pid: 3,
  'host-pid': 5,
  user: 3,
  'host-user': 5,
  state: 2,
  cpu: 4,
  memory: 5,
  start: 5,
};

describe('shownColumns', () => {
  it.each([
    [5, ['pid', 'command']],
    [15.4, ['pid', 'command']],
    [15.5, ['pid', 'user', 'command']],
    [27, ['pid', 'host-pid', 'user', 'command']],
    [48, COLUMNS],
  ])('fits %d rem', (room, expected) => {
    expect(shownColumns(null, 'pid', COLUMNS, room, WIDTHS)).toEqual(expected);
  });

  it('shows what was chosen, whatever the room, in its fixed order', () => {
    expect(shownColumns(['command', 'memory'], 'cpu', COLUMNS, 5, WIDTHS)).toEqual([
      'memory',
      'command',
    ]);
  });

  it('prefers what rows go by', () => {
    expect(shownColumns(null, 'cpu', COLUMNS, 27, WIDTHS)).toEqual([
      'pid',
      'user',
      'cpu',
      'command',
    ]);
    expect(shownColumns(null, 'cpu', COLUMNS, 15.5, WIDTHS)).toEqual(['pid', 'user', 'command']);
  });

  it('is never empty', () => {
    const recorded = possibleColumns(false, true);
    expect(shownColumns(['cpu'], 'cpu', recorded, 50, WIDTHS)).toEqual(['pid', 'command']);
  });
});

it('says nothing twice, and nothing that was not recorded', () => {
  expect(possibleColumns(true, false)).not.toContain('host-pid');
  expect(possibleColumns(true, false)).toContain('cpu');
  expect(possibleColumns(false, true)).toContain('host-user');
  expect(possibleColumns(false, true)).not.toContain('state');
});

it('turns round what it is sorted by, and begins with the largest where that is asked for', () => {
  expect(nextSort('pid', BY_PID)).toEqual({ column: 'pid', descending: true });
  expect(nextSort('cpu', BY_PID)).toEqual({ column: 'cpu', descending: true });
  expect(nextSort('cpu', { column: 'cpu', descending: true })).toEqual({
    column: 'cpu',
    descending: false,
  });
  expect(nextSort('user', BY_PID)).toEqual({ column: 'user', descending: false });
});
