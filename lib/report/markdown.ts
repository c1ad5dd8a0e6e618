import type { Findings } from '../findings/finding';
import type { Messages } from '../i18n/messages';
import { markdownTable, markdownText as text } from '../table/markdown';
import { printable } from '../table/printable';
import { undecidedTogether } from './undecided-together';

/** Findings as a table of Markdown, and below it what could not be decided, or does not apply. */
export function markdownOf(
  { findings, unknown, inapplicable, silent }: Findings,
  messages: Messages,
): string {
  const words = messages.findings;
  const { columns } = words;
  const heads = [
    columns.severity,
    columns.container,
    columns.finding,
    columns.see,
    columns.change,
    columns.reference,
  ];
  const rows = findings.map(
    ({ rule, severity, subject, of, rootless, evidence, change, reference }) => [
      text(words.severity[severity]),
      text(subject.name),
      text(words.says[rule](subject.name, of, rootless)),
      evidence.map(({ command, value }) => `${code(command)} → ${code(value)}`).join('<br>'),
      change.map(({ how, text: what }) => `${text(words.how[how])} ${code(what)}`).join('<br>'),
      reference.map(({ title, url }) => `[${text(title)}](${url})`).join('<br>'),
    ],
  );
  const table = markdownTable(heads, rows);
  const left = undecidedTogether(unknown).map(
    ({ rule, names, reason }) => `- ${text(words.undecided(rule, names, words.reason(reason)))}`,
  );
  const idle = inapplicable.map(({ rule, reason }) =>
    text(words.inapplicable(rule, words.reason(reason))),
  );
  return [
    `# ${words.title}`,
    '',
    ...silent.flatMap((endpoint) => [text(words.silent(endpoint)), '']),
    ...(findings.length > 0 ? table : silent.length > 0 ? [] : [words.none]),
    ...(left.length === 0 ? [] : ['', `## ${words.unknown}`, '', ...left]),
    ...idle.flatMap((line) => ['', line]),
    '',
  ].join('\n');
}

/** Between as many backticks as it needs; a bar would end the cell, a line's end the row. */
function code(words: string): string {
  const line = printable(words).replaceAll('|', '\\|');
  // Two backticks with nothing between them are no code.
  if (line === '') return '';
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}
