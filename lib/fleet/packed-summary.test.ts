import fc from 'fast-check';
import { expect, inject, it } from 'vitest';
import { courseMachine } from '../select/course-machine';
import { packSummary, readSummary } from './packed-summary';
import { MOST, SUMMARY_BYTES } from './summary';
import { summaryOf } from '../machines/summary-of';

const at = '2026-11-30T17:26:12.500Z';
const good = summaryOf({ snapshot: courseMachine, findings: null, epoch: 'e', at });

const packed = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const text = (value: string) => new TextEncoder().encode(value);
/** So many objects in one another. */
const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });

it('what a later version adds is left out', () => {
  const later = { ...good, labels: ['a'], containers: { ...good.containers, pods: 3 } };
  expect(readSummary(packed(later))).toEqual({ summary: good });
});

it('engines, rules and notices that are not known here are taken', () => {
  const engines = [{ kind: 'incus', state: 'connected' as const, version: null }];
  const findings = {
    ...{ high: 1, medium: 0, low: 0, undecided: 0 },
    ...{ rules: { 'on-the-moon': 1 }, moreRules: 0 },
  };
  const later = { ...good, engines, findings, notices: ['no-air'] };
  expect(readSummary(packSummary(later))).toEqual({ summary: later });
});

const HOSTILE: [string, Uint8Array, object][] = [
  ['nothing', text(''), { is: 'no-json' }],
  ['no text', Uint8Array.of(0x7b, 0xff, 0x7d), { is: 'no-json' }],
  ['something packed', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0), { is: 'no-json' }],
  ['brackets without end', text('['.repeat(SUMMARY_BYTES)), { is: 'no-json' }],
  ['more than has room', text(' '.repeat(SUMMARY_BYTES + 1)), { is: 'large', bytes: 2049 }],
  ['ten million bytes', new Uint8Array(10_000_000), { is: 'large', bytes: 10_000_000 }],
  ['objects in objects', packed(nested(300)), { is: 'deep' }],
  ['the same in what nobody reads', packed({ ...good, x: nested(9) }), { is: 'deep' }],
  ['lists in lists', text('['.repeat(900) + ']'.repeat(900)), { is: 'deep' }],
  ['a text', packed('<script>alert(1)</script>'), { is: 'part', path: '' }],
  ['null', packed(null), { is: 'part', path: '' }],
  ['a list', packed([good]), { is: 'part', path: '' }],
  ['another version', packed({ ...good, version: 2 }), { is: 'version', version: 2 }],
  ['no version', packed({ ...good, version: '1' }), { is: 'part', path: 'version' }],
  ['a name too long', packed({ ...good, hostname: 'h'.repeat(65) }), { path: 'hostname' }],
  ['no number', packed({ ...good, sandboxes: '3' }), { path: 'sandboxes' }],
  ['less than none', packed({ ...good, sandboxes: -1 }), { path: 'sandboxes' }],
  ['a part of one', packed({ ...good, sandboxes: 0.5 }), { path: 'sandboxes' }],
  ['more than can be counted', packed({ ...good, sandboxes: 1e300 }), { path: 'sandboxes' }],
  ['no day', packed({ ...good, at: '2026-02-30T00:00:00Z' }), { path: 'at' }],
  [
    'a day without end',
    packed({ ...good, at: `${at.slice(0, -1)}${'0'.repeat(99)}Z` }),
    { path: 'at' },
  ],
  [
    'null where something is always known',
    packed({ ...good, processes: null }),
    { path: 'processes' },
  ],
  [
    'a state that there is none of',
    packed({ ...good, engines: [{ kind: 'docker', state: 'well', version: null }] }),
    { path: 'engines.0.state' },
  ],
  [
    'too many engines',
    packed({ ...good, engines: Array(MOST.engines + 1).fill(good.engines[0]) }),
    { path: 'engines' },
  ],
  ['a notice with signs in it', packed({ ...good, notices: ['<b>'] }), { path: 'notices.0' }],
  [
    'a rule with signs in it',
    packed({
      ...good,
      findings: {
        high: 0,
        medium: 0,
        low: 0,
        undecided: 0,
        rules: { '\u001b[2J': 1 },
        moreRules: 0,
      },
    }),
    { path: 'findings.rules.\u001b[2J' },
  ],
  [
    'a rule with a name without end',
    packed({
      ...good,
      findings: {
        high: 0,
        medium: 0,
        low: 0,
        undecided: 0,
        rules: { ['x'.repeat(900)]: 1 },
        moreRules: 0,
      },
    }),
    { path: expect.stringMatching(/^findings\.rules\.x{40,47}…$/) },
  ],
  [
    'rules without end',
    packed({
      ...good,
      findings: {
        high: 0,
        medium: 0,
        low: 0,
        undecided: 0,
        rules: Object.fromEntries(Array.from({ length: 33 }, (_, nth) => [`r${nth}`, 1])),
        moreRules: 0,
      },
    }),
    { path: 'findings.rules' },
  ],
];

it.each(HOSTILE)('%s is refused, and what is wrong is told', (_, bytes, problem) => {
  expect(readSummary(bytes)).toMatchObject({ problem });
});

it('whatever bytes come, there is an answer', () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  const json = fc.json({ maxDepth: 12 }).map(text);
  fc.assert(
    fc.property(fc.oneof(bytes, json), (some) => {
      expect(readSummary(some)).toHaveProperty('problem');
    }),
    { numRuns: inject('parserCases') },
  );
});

it('whatever one part of it is instead, it is taken as it is or refused', () => {
  const keys = Object.keys(good);
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
      const read = readSummary(packed({ ...good, [key]: value }));
      if ('summary' in read) expect(readSummary(packSummary(read.summary))).toEqual(read);
      else expect(read.problem.is).toMatch(/^(large|deep|version|part)$/);
    }),
    { numRuns: inject('parserCases') },
  );
});
