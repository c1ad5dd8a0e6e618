import { SEVERITIES, type Finding, type Findings, type RuleName } from '../findings/finding';
import { RULES } from '../findings/rules';
import type { Messages } from '../i18n/messages';
import { undecidedTogether } from './undecided-together';

/** What SARIF calls what is to be mended, looked at, and known. */
const LEVELS = { high: 'error', medium: 'warning', low: 'note' } as const;
/** By which services that take SARIF rank what touches security, of 10. */
const SCORES = { high: '8.0', medium: '5.0', low: '2.0' } as const;

/**
 * Findings as other programs take them: Static Analysis Results Interchange Format 2.1.0, OASIS. A place in a
 * source file there is none: each is at its container, as a logical location.
 */
export function sarifOf(
  { findings, unknown, inapplicable, silent }: Findings,
  messages: Messages,
): object {
  const words = messages.findings;
  const names = [
    ...new Set([...findings, ...unknown, ...inapplicable].map(({ rule }) => rule)),
  ].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'nsview', rules: names.map((name) => ruleOf(name, messages)) } },
        invocations: [
          {
            executionSuccessful: silent.length === 0,
            toolExecutionNotifications: [
              ...silent.map((endpoint) => ({
                level: 'error',
                message: messageOf(words.silent(endpoint)),
              })),
              ...undecidedTogether(unknown).map(({ rule, reason, names: of }) => ({
                level: 'warning',
                message: messageOf(words.undecided(rule, of, words.reason(reason))),
                associatedRule: { id: rule, index: names.indexOf(rule) },
              })),
              ...inapplicable.map(({ rule, reason }) => ({
                level: 'note',
                message: messageOf(words.inapplicable(rule, words.reason(reason))),
                associatedRule: { id: rule, index: names.indexOf(rule) },
              })),
            ],
          },
        ],
        results: findings.map((each) => resultOf(each, names.indexOf(each.rule), messages)),
      },
    ],
  };
}

function ruleOf(name: RuleName, { findings }: Messages): object {
  const { severity, change, reference } = RULES[name];
  const help = change.map(({ how, text }) => `${findings.how[how]} ${text}`).join('; ');
  return {
    id: name,
    // Of whom and of what it is said, each finding tells.
    shortDescription: messageOf(findings.says[name]('…', ['…'])),
    help: messageOf(help),
    ...(reference[0] === undefined ? {} : { helpUri: reference[0].url }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      'security-severity': SCORES[severity],
      tags: ['security', ...reference.map(({ title }) => title)],
    },
  };
}

function resultOf(finding: Finding, ruleIndex: number, { findings }: Messages): object {
  const { rule, severity, subject, of, rootless, evidence, change } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: messageOf(findings.says[rule](subject.name, of, rootless)),
    locations: [
      {
        logicalLocations: [
          {
            name: subject.name,
            fullyQualifiedName: `${subject.engine}/${subject.container}`,
            kind: 'resource',
          },
        ],
      },
    ],
    partialFingerprints: { 'nsview/v1': `${rule}/${subject.engine}/${subject.container}` },
    properties: { rank: SEVERITIES.indexOf(severity), evidence, change },
  };
}

/** Text in which no name makes a link: `[a](b)` is one there, unless a backslash stands before its brackets. */
function messageOf(text: string): { text: string } {
  return { text: text.replace(/[\\[\]]/g, '\\$&') };
}
