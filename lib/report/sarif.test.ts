import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { RULE_NAMES, SEVERITIES, type Findings } from '../findings/finding';
import { messagesFor } from '../i18n/messages';
import { LANGUAGES } from '../model/language';
import { printableJson } from '../table/printable';
import { isSarif } from './fixtures/is-sarif';
import { everything, found, nothing } from './fixtures/told';
import { sarifOf } from './sarif';

/* SARIF by its own schema, as OASIS has it; and by that, what the schema does not ask. */

const messageSchema = z.object({ text: z.string().check(z.minLength(1)) });
const levelSchema = z.enum(['error', 'warning', 'note']);
const ruleSchema = z.object({
  id: z.string(),
  shortDescription: messageSchema,
  help: messageSchema,
  helpUri: z.url(),
  defaultConfiguration: z.object({ level: levelSchema }),
  properties: z.object({ 'security-severity': z.string(), tags: z.array(z.string()) }),
});
const logSchema = z.object({
  runs: z.tuple([
    z.object({
      tool: z.object({ driver: z.object({ rules: z.array(ruleSchema) }) }),
      invocations: z.tuple([
        z.object({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(
            z.object({
              level: levelSchema,
              message: messageSchema,
              associatedRule: z.optional(z.object({ id: z.string(), index: z.int() })),
            }),
          ),
        }),
      ]),
      results: z.array(
        z.object({
          ruleId: z.string(),
          ruleIndex: z.int(),
          level: levelSchema,
          message: messageSchema,
          locations: z.array(
            z.object({
              logicalLocations: z.array(
                z.object({ name: z.string(), fullyQualifiedName: z.string(), kind: z.string() }),
              ),
            }),
          ),
          partialFingerprints: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ]),
});

/** The one run of it, as who takes it reads it. */
function runOf(told: Findings) {
  const { runs } = logSchema.parse(JSON.parse(printableJson(sarifOf(told, messagesFor('en')))));
  const [{ tool, invocations, results }] = runs;
  return { rules: tool.driver.rules, invocation: invocations[0], results };
}

const hostile = found('host-paths', '\u001b[2J|`\n\u202e', { of: ['/a\nb', '{0}', '[x](1)'] });

describe.each(LANGUAGES)('in %s', (language) => {
  it.each<[what: string, told: Findings]>([
    ['nothing', nothing],
    ['every rule, found and undecided', everything],
    ['a name of control characters', { ...nothing, findings: [hostile] }],
    ['nothing but an engine that is silent', { ...nothing, silent: ['unix:///x'] }],
  ])('%s is SARIF 2.1.0 by its schema', (_, told) => {
    const text = printableJson(sarifOf(told, messagesFor(language)));
    const log: unknown = JSON.parse(text);
    isSarif(log);
    expect(isSarif.errors).toBeNull();
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

it('the schema is that of 2.1.0', () => {
  expect([schema.$schema, schema.id]).toEqual([
    'http://json-schema.org/draft-04/schema#',
    expect.stringContaining('sarif-2.1.0'),
  ]);
  expect(isSarif({ version: '2.1.0' })).toBe(false);
  expect(isSarif({ version: '2.1.0', runs: [] })).toBe(true);
});

describe('rules', () => {
  const { rules, results, invocation } = runOf(everything);

  it('are each told once, with words of their own and where to read more', () => {
    expect(rules.map(({ id }) => id)).toEqual([...RULE_NAMES].sort());
    for (const { shortDescription, properties } of rules) {
      expect(shortDescription.text).not.toMatch(/[:\s]$/);
      expect(properties.tags[0]).toBe('security');
    }
  });

  it.each([...results])('$ruleId: its result points at it, by number and name', (result) => {
    expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
  });

  it('of what could not be decided are pointed at as well', () => {
    const undecided = invocation.toolExecutionNotifications.slice(1, -1);
    expect(undecided).toHaveLength(RULE_NAMES.length);
    for (const { associatedRule, level } of undecided) {
      expect(level).toBe('warning');
      expect(rules[associatedRule?.index ?? -1]?.id).toBe(associatedRule?.id);
    }
  });

  it('that do not apply are pointed at as well, and nobody is warned', () => {
    const told = runOf({ ...nothing, inapplicable: everything.inapplicable });
    expect(told.rules.map(({ id }) => id)).toEqual(['lsm-off']);
    expect(told.invocation.toolExecutionNotifications).toMatchObject([
      { level: 'note', associatedRule: { id: 'lsm-off', index: 0 } },
    ]);
  });
});

it.each([
  ['high', 'error', '8.0'],
  ['medium', 'warning', '5.0'],
  ['low', 'note', '2.0'],
] as const)('of severity %s: %s, and %s of 10', (severity, level, score) => {
  const names = everything.findings.filter((each) => each.severity === severity);
  expect(names).not.toEqual([]);
  const { rules, results } = runOf({ ...nothing, findings: names });
  for (const rule of rules) {
    expect(rule.defaultConfiguration.level).toBe(level);
    expect(rule.properties['security-severity']).toBe(score);
  }
  expect(new Set(results.map((each) => each.level))).toEqual(new Set([level]));
});

it.each(SEVERITIES)('what is %s this time is so, whatever its rule is otherwise', (severity) => {
  const { results } = runOf({ ...nothing, findings: [found('capabilities', 'c1', { severity })] });
  const levels = { high: 'error', medium: 'warning', low: 'note' };
  expect(results[0]?.level).toBe(levels[severity]);
});

it('each is at its container, by name and by what tells it from every other one', () => {
  const [first] = runOf({ ...nothing, findings: [hostile] }).results;
  const { engine, container, name } = hostile.subject;
  expect(first?.locations).toEqual([
    {
      logicalLocations: [{ name, fullyQualifiedName: `${engine}/${container}`, kind: 'resource' }],
    },
  ]);
  expect(first?.partialFingerprints).toEqual({
    'nsview/v1': `host-paths/${engine}/${container}`,
  });
});

it.each([
  ['[here](https://example.com)', '\\[here\\](https://example.com)'],
  ['a]b[c', 'a\\]b\\[c'],
  ['\\[here\\](x)', '\\\\\\[here\\\\\\](x)'],
  ['c1', 'c1'],
])('a container called %s is no link: %s', (name, written) => {
  const told = {
    ...nothing,
    findings: [found('privileged', name, { of: [name] })],
    unknown: [{ rule: 'joined' as const, subject: found('joined', name).subject, reason: 'EIO' }],
    silent: [`unix:///${name}`],
  };
  const { results, invocation } = runOf(told);
  const notices = invocation.toolExecutionNotifications.map(({ message }) => message.text);
  for (const text of [results[0]?.message.text, ...notices]) expect(text).toContain(written);
});
