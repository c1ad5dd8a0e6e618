import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shellLine, shellQuote } from './shell-line';

it.each([
  ['a plain word', 'c1', 'c1'],
  ['an empty word', '', "''"],
  ['a space', 'sleep 1d', "'sleep 1d'"],
  ['a quote', "it's", "'it'\\''s'"],
  ['a command to run', 'x; rm -rf ~ $(id) `id`', "'x; rm -rf ~ $(id) `id`'"],
  ['a tilde, which a shell would expand', '~root', "'~root'"],
  ['a new line', 'a\nb', "$'a\\nb'"],
  ['a tab and a return', 'a\tb\r', "$'a\\tb\\r'"],
  ['an escape that would end a paste', '\u001b[201~id', "$'\\U0000001b[201~id'"],
  ['a change of writing direction', 'a\u202eb', "$'a\\U0000202eb'"],
])('%s', (_, word, expected) => {
  expect(shellQuote(word)).toBe(expected);
});

// Each run is one shell with hundreds of words, which a busy machine takes its time to start.
it(
  'is read back by bash as the very words, and has nothing invisible in it',
  { timeout: 60_000 },
  () => {
    const word = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''));
    fc.assert(
      fc.property(fc.array(word, { minLength: 200, maxLength: 400 }), (words) => {
        const line = shellLine(words);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        const read = execFileSync('bash', ['--norc', '-c', `printf '%s\\0' ${line}`], {
          env: { ...process.env, LC_ALL: 'C.UTF-8' },
          stdio: ['ignore', 'pipe', 'inherit'],
          encoding: 'utf8',
        });
        expect(read.split('\0').slice(0, -1)).toEqual(words);
      }),
      { numRuns: 5 },
    );
  },
);
