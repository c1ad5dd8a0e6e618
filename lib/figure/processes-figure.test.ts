import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../model/snapshot';
import type { Usage } from '../select/usage';
import { courseMachine, courseMachineWith, process } from '../select/course-machine';
import type { ProcessListState } from '../view-state/process-list-state';
import { DEFAULT_VIEW_STATE, type ViewState } from '../view-state/view-state';
import { drawFigure, type Figure, type FigureRequest } from './figure';

/** The course machine, with c1's second process below its first, as it is there. */
const MACHINE = courseMachineWith({
  processes: courseMachine.processes.map((each) => {
    const parents: Record<number, number> = { 6897: 6871, 6939: 6897, 7148: 7129, 7186: 7148 };
    return { ...each, ppid: parents[each.pid] ?? each.ppid };
  }),
});

function figure(
  processes: Partial<ProcessListState>,
  view: Partial<ViewState> = {},
  request: Partial<FigureRequest> = {},
): Figure {
  return drawFigure({
    snapshot: MACHINE,
    viewState: {
      ...DEFAULT_VIEW_STATE,
      view: 'processes',
      vantages: [':host'],
      ...view,
      processes: { ...DEFAULT_VIEW_STATE.processes, ...processes },
    },
    size: { width: 900, height: 700 },
    theme: 'dark',
    language: 'en',
    usage: null,
    timeZone: 'UTC',
    ...request,
  });
}

const pidsOf = ({ svg }: Figure) =>
  [...svg.matchAll(/data-process="(\d+)"/g)].map(([, pid]) => Number(pid));

/** The texts of the pane of a vantage, from top to bottom. */
function textsOf({ svg }: Figure, vantage: string): string[] {
  const pane = svg.split('data-vantage=').find((each) => each.startsWith(`"${vantage}"`)) ?? '';
  return [...pane.matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text ?? '');
}

const usage = (pid: number, cpu: number): [number, Usage] => [
  pid,
  {
    pid,
    startTicks: String(pid * 10),
    state: 'R',
    cpuMs: 1000,
    rssBytes: 5_000_000,
    at: 0,
    cpu,
  },
];

describe('the list of a figure', () => {
  it.each<[string, Partial<ProcessListState>, number[]]>([
    ['by PID', {}, [1, 2, 611, 6871, 6897, 6939, 7129, 7148, 7186, 8000, 9000, 9001, 9100]],
    [
      'by PID, the largest first',
      { sort: { column: 'pid', descending: true } },
      [9100, 9001, 9000, 8000, 7186, 7148, 7129, 6939, 6897, 6871, 611, 2, 1],
    ],
    [
      'by command',
      { sort: { column: 'command', descending: false }, match: 'S' },
      [1, 611, 6871, 7129, 6897, 7148, 9001, 6939, 7186, 9000],
    ],
    ['filtered', { match: 'sleep 1d' }, [6897, 6939]],
    ['filtered by a number', { match: '91' }, [9100]],
    [
      'as a tree',
      { tree: true },
      [1, 611, 6871, 6897, 6939, 7129, 7148, 7186, 8000, 9000, 9001, 9100, 2],
    ],
    [
      'as a tree with some folded away',
      { tree: true, folded: [6871, 7148] },
      [1, 611, 6871, 7129, 7148, 8000, 9000, 9001, 9100, 2],
    ],
    [
      'as a tree with those above what is asked for',
      { tree: true, match: '999d' },
      [1, 7129, 7148, 7186],
    ],
    [
      'as a tree, siblings the other way round',
      { tree: true, match: 'sleep', sort: { column: 'pid', descending: true } },
      [1, 9001, 7129, 7148, 7186, 6871, 6897, 6939],
    ],
  ])('is %s', (_, processes, expected) => {
    expect(pidsOf(figure(processes))).toEqual(expected);
  });

  it('goes by what is known of usage, as the view does, and tells it', () => {
    const table = new Map([usage(7186, 0.5), usage(611, 0.25)]);
    const by = { sort: { column: 'cpu', descending: true } } as const;
    const drawn = figure(by, {}, { usage: table });
    expect(pidsOf(drawn).slice(0, 3)).toEqual([7186, 611, 1]);
    expect(textsOf(drawn, ':host')).toEqual(expect.arrayContaining(['%CPU', '50.0', '25.0']));
    // Of a recording nothing is known, whatever was before.
    const recorded: Snapshot = { ...MACHINE, host: { ...MACHINE.host, reader: 'recording' } };
    const replayed = figure(by, {}, { snapshot: recorded, usage: table });
    expect(pidsOf(replayed).slice(0, 3)).toEqual([1, 2, 611]);
    expect(textsOf(replayed, ':host')).not.toContain('%CPU');
  });

  it('has the columns that were chosen, the host’s own numbers said once', () => {
    const columns = ['pid', 'host-pid', 'user', 'host-user', 'start', 'command'] as const;
    const drawn = figure({ columns }, { vantages: [':host', 'vault'] });
    const heads = (vantage: string) => textsOf(drawn, vantage).slice(2);
    expect(heads(':host').slice(0, 4)).toEqual(['PID', 'USER', 'START', 'COMMAND']);
    expect(heads('vault').slice(0, 6)).toEqual([
      'PID',
      'HOST PID',
      'USER',
      'HOST USER',
      'START',
      'COMMAND',
    ]);
    expect(heads('vault').slice(6, 12)).toEqual([
      '1',
      '9000',
      'root',
      '231072',
      '15:00:00',
      'vault server',
    ]);
  });

  it('tells the time where it is asked for, and the day of what began on another', () => {
    const columns = ['pid', 'start'] as const;
    const start = (timeZone: string) =>
      textsOf(figure({ columns, match: '611' }, {}, { timeZone }), ':host').at(5);
    expect(start('Asia/Tokyo')).toBe('00:00:00');
    expect(start('UTC')).toBe('15:00:00');
    const old = process({ pid: 611, startedAt: '2026-11-20T23:30:00.000Z' });
    const drawn = figure(
      { columns, match: '611' },
      {},
      {
        snapshot: courseMachineWith({ processes: [old] }),
      },
    );
    expect(textsOf(drawn, ':host').at(5)).toBe('Nov 20');
  });

  it('says below the name of a container that does not run how it came to that', () => {
    const containers = MACHINE.containers.map((each) =>
      each.name === 'old' ? { ...each, exitCode: 137 } : each,
    );
    const snapshot = { ...MACHINE, containers };
    const told = (vantage: string) =>
      textsOf(figure({}, { vantages: [vantage] }, { snapshot }), vantage).slice(0, 2);
    expect(told('old')).toEqual(['old', 'exited (137)']);
    expect(told('c1')[1]).toMatch(/^pid:\[\d+\] · /);
  });

  it('is as wide as the columns need that were chosen', () => {
    const columns = ['pid', 'host-pid', 'user', 'host-user', 'start', 'command'] as const;
    const vantages = [':host', 'c1', 'c2', 'vault'];
    expect(figure({}, { vantages }).size.width).toBe(900);
    expect(figure({ columns }, { vantages }).size.width).toBeGreaterThan(1000);
  });

  it('says which column rows go by, what is asked for, and how many that hides', () => {
    const drawn = figure({ match: ' sleep ', sort: { column: 'start', descending: true } });
    expect(drawn.svg).toContain('data-sorted="descending"');
    expect(drawn.svg).toContain('Filter: “sleep”');
    expect(textsOf(drawn, ':host').at(-1)).toBe('8 processes are hidden by the filter');
    expect(figure({}).svg).not.toContain('Filter:');
    const none = figure({ match: 'no such thing' });
    expect(textsOf(none, ':host').slice(2)).toEqual([
      'No process here is what the filter asks for.',
      '13 processes are hidden by the filter',
    ]);
  });

  it('counts what is folded away, and tells what is only between', () => {
    const folded = figure({ tree: true, folded: [6871] });
    expect(folded.svg).toContain('data-folded-count="2"');
    expect(textsOf(folded, ':host')).toContain('+2');
    const between = figure({ tree: true, match: '999d' });
    expect([...between.svg.matchAll(/data-level="(\d)" data-between="true"/g)]).toHaveLength(2);
    expect(between.svg).toContain('data-process="7186" data-level="4">');
  });
});

describe('a figure of a busy host', () => {
  const threads = Array.from({ length: 200 }, (_, index) =>
    process({ pid: 10 + index, ppid: 2, kernelThread: true }),
  );
  const snapshot = courseMachineWith({ processes: [...MACHINE.processes, ...threads] });

  it.each([false, true])(
    'has on the host what the other panes show, and no threads of the kernel before it: tree %s',
    (tree) => {
      const drawn = figure({ tree }, { vantages: [':host', 'c1', 'c2'] }, { snapshot });
      const [, host = '', ...others] = drawn.svg.split('data-vantage=');
      const pids = (svg: string) =>
        [...svg.matchAll(/data-process="(\d+)"/g)].map(([, pid]) => pid);
      const compared = others.flatMap(pids);
      expect(compared.length).toBeGreaterThan(3);
      for (const pid of compared) expect(pids(host)).toContain(pid);
      const own = MACHINE.processes.filter((each) => !each.kernelThread).map(({ pid }) => pid);
      for (const pid of own) expect(pids(host)).toContain(String(pid));
    },
  );
});

describe('a figure of 10,000 processes', () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    // Each fortieth goes down from the one before it: a tree deeper than any pane is wide.
    process({ pid: 20_000 + index, ppid: index % 40 === 0 ? 1 : 19_999 + index }),
  );
  const snapshot = courseMachineWith({ processes: many });

  it.each([false, true])('shows what there is room for and counts the others: tree %s', (tree) => {
    const drawn = figure({ tree, match: 'sleep' }, {}, { snapshot });
    expect(drawn.size.height).toBeLessThanOrEqual(700);
    const shown = pidsOf(drawn).length;
    expect(shown).toBeGreaterThan(15);
    const listed = tree ? 10_006 : 10_005;
    expect(textsOf(drawn, ':host')).toContain(`… and ${listed - shown} more`);
  });

  it('draws the lowest levels of a deep tree, and says how many are above', () => {
    const drawn = figure(
      { tree: true, match: '20039' },
      {},
      { snapshot, size: { width: 900, height: 1400 } },
    );
    expect(textsOf(drawn, ':host')).toContain('…30');
  });
});
