import { describe, expect, it } from 'vitest';
import type { Finding } from '../findings/finding';
import { messagesFor } from '../i18n/messages';
import { everything, found, nothing } from './fixtures/told';
import { markdownOf } from './markdown';

const messages = messagesFor('en');

/** The cells of the one row of a finding: a bar with a backslash before it ends none. */
function cellsOf(finding: Finding): string[] {
  const lines = markdownOf({ ...nothing, findings: [finding] }, messages).split('\n');
  expect(lines).toHaveLength(6);
  const row = lines[4] ?? '';
  const cells = row.split(/(?<!\\)\|/);
  expect(cells).toHaveLength(8);
  return cells.slice(1, -1).map((cell) => cell.trim());
}

const named = (name: string) => cellsOf(found('privileged', name))[1];
const seen = (value: string) =>
  cellsOf(found('privileged', 'c1', { evidence: [{ command: 'cat x', value }] }))[3];

describe('names', () => {
  it.each([
    ['a bar', 'a|b', 'a\\|b'],
    ['a backslash before a bar', 'a\\|b', 'a\\\\\\|b'],
    ['lines', 'a\nb\r\nc\u2028d', 'a b c d'],
    ['what colours a terminal', '\u001b[31mred', '\\[31mred'],
    ['what turns the direction of text', 'a\u202egpj', 'agpj'],
    ['HTML', '<img src=x>&amp;', '\\<img src=x\\>\\&amp;'],
    ['a link', '[x](javascript:1)', '\\[x\\]\\(javascript:1\\)'],
    ['signs of Markdown', '`*_~#', '\\`\\*\\_\\~\\#'],
  ])('%s', (_, name, written) => {
    expect(named(name)).toBe(written);
  });
});

describe('what a command prints', () => {
  it.each([
    ['a bar', 'a|b', '`a\\|b`'],
    ['a backslash before a bar', 'a\\|b', '`a\\\\|b`'],
    ['lines', 'a\nb\r\nc', '`a b c`'],
    ['a backtick', 'a`b', '`` a`b ``'],
    ['two backticks', '``', '``` `` ```'],
    ['what colours a terminal', '\u001b[31mred', '`[31mred`'],
    ['HTML', '<b>', '`<b>`'],
  ])('%s', (_, value, written) => {
    expect(seen(value)).toBe(`\`cat x\` → ${written}`);
  });

  it('nothing is no sign of code', () => {
    expect(seen('')).toBe('`cat x` →');
    expect(seen('\u200b')).toBe('`cat x` →');
  });
});

it('has a row for each finding, and below them what could not be decided', () => {
  const lines = markdownOf(everything, messages).split('\n');
  const rows = lines.filter((line) => line.startsWith('| '));
  expect(rows).toHaveLength(2 + everything.findings.length);
  expect(new Set(rows.map((row) => row.split(/(?<!\\)\|/).length))).toEqual(new Set([8]));
  expect(lines).toContain('- privileged of c2: it may not be read');
  expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(everything.unknown.length);
  expect(lines.at(-2)).toBe(
    'lsm-off does not apply here: no AppArmor or SELinux is at work on this machine',
  );
});

it('tells that nothing is found from that nobody told', () => {
  const none = 'Nothing is found.';
  expect(markdownOf(nothing, messages)).toContain(none);
  const untold = markdownOf({ ...nothing, silent: ['unix:///a|b'] }, messages);
  expect(untold).not.toContain(none);
  expect(untold).toContain('No engine told of containers at unix:///a\\|b');
});
