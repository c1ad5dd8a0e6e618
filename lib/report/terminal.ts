import type { Findings } from '../findings/finding';
import type { Messages } from '../i18n/messages';
import { printable } from '../table/printable';
import { undecidedTogether } from './undecided-together';

/** Findings as a person reads them at a terminal: what, how to see it, how to change it. */
export function terminalText(
  { findings, unknown, inapplicable, silent }: Findings,
  messages: Messages,
): string {
  const words = messages.findings;
  const lines = findings.flatMap(({ rule, severity, subject, of, rootless, ...more }) => [
    `${words.severity[severity]}  ${words.says[rule](subject.name, of, rootless)}  [${rule}]`,
    ...more.evidence.map(
      ({ command, value }) => `    $ ${command}  →  ${value.replaceAll('\n', '; ')}`,
    ),
    ...more.change.map(({ how, text }) => `    ${words.how[how]}: ${text}`),
    `    ${more.reference.map(({ title }) => title).join('; ')}`,
  ]);
  const left = undecidedTogether(unknown).map(
    ({ rule, names, reason }) => `  ${words.undecided(rule, names, words.reason(reason))}`,
  );
  const idle = inapplicable.map(({ rule, reason }) =>
    words.inapplicable(rule, words.reason(reason)),
  );
  return [
    ...silent.map(words.silent),
    ...(findings.length === 0 && silent.length === 0 ? [words.none] : lines),
    ...(left.length === 0 ? [] : [`${words.unknown}:`, ...left]),
    ...idle,
    '',
  ]
    .map(printable)
    .join('\n');
}
