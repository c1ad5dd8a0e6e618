import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { RULE_NAMES } from './finding';
import { RULES } from './rules';

/* The table of docs/findings.md is true. */

const DOCUMENT = join(import.meta.dirname, '../../docs/findings.md');

/** The cells of its rows, one a rule. */
function documented(): string[][] {
  return readFileSync(DOCUMENT, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** The same as the rules have it. */
function coded(): string[][] {
  const { says } = messagesFor('en').findings;
  return RULE_NAMES.map((name) => {
    const { severity, reference } = RULES[name];
    const read = reference.map(({ title, url }) => `[${title}](${url})`).join('; ');
    return [`\`${name}\``, severity, says[name]('X', ['…']), read];
  });
}

it('lists every rule with its severity, what it says and where that is written', () => {
  expect(documented()).toEqual(coded());
});
