import { describe, expect, it } from 'vitest';
import { packSummary } from '../fleet/packed-summary';
import type { Summary } from '../fleet/summary';
import { commandMessagesFor } from '../i18n/command-messages';
import { VERSION } from '../model/version';
import { courseMachine } from '../select/course-machine';
import { heardOf } from './heard';
import { machineTable } from './machine-table';
import { summaryOf } from './summary-of';

const NOW = Date.parse('2026-11-30T17:26:12.500Z');
const NOTHING = { findings: [], unknown: [], inapplicable: [], silent: [] };
const ENGLISH = commandMessagesFor('en');

const course = summaryOf({
  ...{ snapshot: courseMachine, findings: NOTHING, epoch: 'e' },
  at: new Date(NOW - 3000).toISOString(),
});

/** @param change to the summary of the course's machine, or bytes in its place @param age milliseconds */
const told = (change: Partial<Summary> | Uint8Array, age = 3000) => ({
  bytes: change instanceof Uint8Array ? change : packSummary({ ...course, ...change }),
  at: NOW - age,
});

function tableOf(all: Record<string, ReturnType<typeof told>>, messages = ENGLISH): string[] {
  return machineTable(heardOf(new Map(Object.entries(all)), NOW), messages, null)
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trimEnd());
}

const lineOf = (change: Partial<Summary> | Uint8Array, age?: number) =>
  tableOf({ 'vm-01': told(change, age) })[1] ?? '';

describe('a line of a machine', () => {
  it('tells what there is on it', () => {
    expect(tableOf({ 'vm-01': told({}) })).toEqual([
      'MACHINE STANDING HEARD HOSTNAME KERNEL CONTAINERS SHARED ON-HOST FINDINGS ENGINES NOTES',
      `vm-01 live 3 s ago ${course.hostname} ${course.kernel} 4 of 5 P2 N1 0/0/0 Docker ${course.engines[0]?.version} -`,
    ]);
  });

  it('is there in Chinese', () => {
    const [titles, line] = tableOf({ 'vm-01': told({}) }, commandMessagesFor('zh-CN'));
    expect(titles).toMatch(/^机器 状态 上次报告 主机名 内核 容器 共享 同宿主机 发现 引擎 备注$/);
    expect(line).toMatch(/^vm-01 在线 3 秒前 /);
  });

  it.each<[string, Partial<Summary>, string]>([
    ['no engine was reached', { containers: null, sharing: null }, ' ? ? ? 0/0/0 '],
    ['one has not told', { containers: { running: 1, all: 2, complete: false } }, ' 1 of 2? '],
    ['nobody looked for findings', { findings: null }, ' P2 N1 ? '],
    [
      'a rule is undecided',
      { findings: { high: 3, medium: 2, low: 1, undecided: 1, rules: {}, moreRules: 0 } },
      ' 3/2/1? ',
    ],
    [
      'some namespaces could not be read',
      {
        sharing: {
          pid: { shared: 2, host: 0, engine: 0, unknown: 1 },
          uts: { shared: 0, host: 4, engine: 0, unknown: 0 },
          time: { shared: 0, host: 5, engine: 0, unknown: 1 },
        },
      },
      ' P2? T? P? H4 ',
    ],
    [
      'engines do not answer',
      {
        engines: [
          { kind: 'podman', state: 'denied', version: null },
          { kind: 'incus', state: 'connected', version: null },
        ],
        moreEngines: 3,
      },
      ' Podman: access denied, incus ?, 3 more -',
    ],
    ['it has another version', { nsview: '9.9.9' }, ' nsview 9.9.9'],
    ['it has the same', { nsview: VERSION }, ' -'],
    ['it says something', { notices: ['hidepid'], moreNotices: 0 }, ' says hidepid'],
    ['it says much', { notices: ['a', 'b'], moreNotices: 4 }, ' says a, b and 4 more'],
  ])('where %s', (_, change, expected) => {
    expect(lineOf(change)).toContain(expected);
  });

  it.each([
    [new Date(NOW + 3_600_000).toISOString(), 'clock 1 h ahead'],
    [new Date(NOW - 86_400_000).toISOString(), 'clock 1 day behind'],
    ['1970-01-01T00:00:00Z', 'days behind'],
  ])('says that its clock is off: %s', (at, expected) => {
    expect(lineOf({ at }, 0)).toContain(expected);
  });

  it.each([
    [0, 'live 0 s ago'],
    [29_999, 'live 29 s ago'],
    [45_000, 'lagging 45 s ago'],
    [3_600_000, 'lagging 59 s ago'],
  ])('says how long ago it was heard: %d ms', (age, expected) => {
    expect(lineOf({}, age)).toContain(` ${expected} `);
  });
});

describe('what is no summary', () => {
  const packed = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

  it.each<[string, Uint8Array, string]>([
    ['ten million bytes', new Uint8Array(10_000_000), 'refused: 10000000 bytes, at most 2048'],
    ['no JSON', packed('<script>').slice(1), 'refused: no JSON'],
    ['a page', packed('<script>alert(1)</script>'), 'refused: not as expected'],
    ['another version', packed({ version: 7 }), 'refused: of version 7, and this nsview takes 1'],
    ['a part', packed({ ...course, hostname: 3 }), 'refused: not as expected: hostname'],
    ['too deep', packed([[[[[[[[[[]]]]]]]]]]), 'refused: packed too deep'],
  ])('is listed with whose it is, and breaks nothing: %s', (_, bytes, expected) => {
    const lines = tableOf({ 'vm-02': told({}), 'vm-10': told(bytes), 'vm-01': told({}) });
    expect(lines.slice(1).map((line) => line.slice(0, 5))).toEqual(['vm-01', 'vm-02', 'vm-10']);
    expect(lines[3]).toMatch(/^vm-10 live 3 s ago - - - - - - - refused/);
    expect(lines[3]).toContain(expected);
  });

  it('does nothing to a terminal', () => {
    const odd = { hostname: '\u001b[2Jx\u202e', kernel: 'a\nb', nsview: '\u0007' };
    const wrong = packed({
      ...course,
      findings: { ...course.findings, rules: { '\u001b[2J': 1 } },
    });
    const lines = tableOf({ 'vm-01': told(odd), 'vm-02': told(wrong) });
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    expect(lines[1]).toContain(' [2Jx a b ');
  });
});

it('machines are in the order of their numbers', () => {
  const names = ['vm-10', 'vm-9', 'a', 'vm-1'];
  const all = Object.fromEntries(names.map((name) => [name, told({})]));
  const first = tableOf(all).map((line) => line.split(' ')[0]);
  expect(first.slice(1)).toEqual(['a', 'vm-1', 'vm-9', 'vm-10']);
});
