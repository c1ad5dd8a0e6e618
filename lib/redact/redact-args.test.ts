import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { redactArgs } from './redact-args';
import { HIDE, KEEP } from './sample-lines';

describe('hides', () => {
  it.each(HIDE)('%s', (_, ...args) => {
    const redacted = redactArgs(args);
    expect(redacted.join(' ')).not.toMatch(/S3/);
    expect(redacted.join(' ')).toContain('•••');
    expect(redacted).toHaveLength(args.length);
  });
});

describe('leaves', () => {
  it.each(KEEP)('%s', (_, ...args) => {
    expect(redactArgs(args)).toEqual(args);
  });
});

/** What real lines are made of, and what may be inside a secret. */
const PART = fc.oneof(
  fc.constantFrom(...HIDE, ...KEEP).chain((row) => fc.constantFrom(...row)),
  fc.constantFrom(
    '"',
    "'",
    '\\',
    '\\"',
    ' ',
    '\n',
    '=',
    ': ',
    ':',
    ',',
    '&',
    '?',
    '@',
    '://',
    '{',
    '}',
    '[',
    '|',
    ';',
    '$(',
    '`',
  ),
  fc.constantFrom(
    'password',
    '--token',
    '-p',
    '-c',
    'mysql',
    'curl',
    '-u',
    'AUTH',
    'redis-cli',
    'Bearer ',
    'PASSWORD',
  ),
  fc.string({ maxLength: 4 }),
);
const ARG = fc.array(PART, { maxLength: 12 }).map((parts) => parts.join(''));
const ARGS = fc.array(ARG, { maxLength: 6 });

describe('whatever the arguments are', () => {
  it('throws nothing, and leaves their number', () => {
    fc.assert(
      fc.property(
        fc.oneof(ARGS, fc.array(fc.string({ unit: 'binary' }))),
        fc.boolean(),
        (args, cut) => {
          expect(redactArgs(args, cut)).toHaveLength(args.length);
        },
      ),
      { numRuns: inject('parserCases') },
    );
  });

  it('finds nothing more in what it has hidden', () => {
    fc.assert(
      fc.property(ARGS, (args) => {
        const once = redactArgs(args);
        expect(redactArgs(once)).toEqual(once);
      }),
      { numRuns: inject('parserCases') },
    );
  });

  it('hides any secret without blanks after an option, in a variable, in JSON, in an address', () => {
    const secret = fc
      .stringMatching(/^[A-Za-z0-9!#$%^&*()_+=.,;:?<>[\]{}|~-]{4,40}$/)
      .map((text) => `q7Z${text}`);
    fc.assert(
      fc.property(secret, (value) => {
        const lines = [
          ['x', '--password', value],
          ['x', `--password=${value}`],
          ['docker', 'run', `--env=DB_PASSWORD=${value}`],
          ['env', `DB_PASSWORD=${value}`, 'x'],
          ['x', JSON.stringify({ a: 1, token: value, b: [2] })],
          ['x', JSON.stringify({ a: JSON.stringify({ token: value }) })],
          ['curl', '-H', `Authorization: Bearer ${value}`],
          ['curl', '-u', `me:${value}`],
          ['sh', '-c', `x --password '${value}' -v; y`],
          ['x', `postgres://me:${encodeURIComponent(value)}@db/x`],
        ];
        for (const line of lines) {
          expect(redactArgs(line).join(' ')).not.toContain(value.slice(0, 6));
        }
      }),
    );
  });
});

/** Milliseconds of the processor, which others may want as well. */
function costOf(args: string[]): number {
  const start = process.cpuUsage();
  redactArgs(args, true);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

describe('takes no more than ever in proportion to the length', () => {
  const WORST = [
    ...[
      'a.',
      '-',
      '\\',
      '"',
      "'",
      '\\"',
      ' ',
      '\n',
      '=',
      'a=',
      'a=a,',
      '@',
      '://',
      '://a:b@',
      '; a',
    ],
    ...[
      'token=',
      'token: ',
      '"token":',
      'token   ',
      'token\n\n',
      'token={',
      'password=[',
      '[[',
      '&a=',
    ],
    ...[
      'eyJa-',
      'eyJaaaaaaaa.',
      'ghp_',
      '$1$a$',
      'bearer ',
      'identified by ',
      "don't ",
      "'a",
      '"a\\',
    ],
    ...[
      '--token ',
      'mysql ',
      'redis-cli -a ',
      'sudo -a ',
      '$(',
      '`',
      '"TOKEN","value":',
      'set token ',
    ],
    ...['-----BEGIN PRIVATE KEY-----', '-----BEGIN ', 'Authorization: '],
  ];
  it.each(WORST)('40 KB of %j', (unit) => {
    const many = unit.repeat(40_000 / unit.length);
    for (const args of [
      ['x', many],
      ['x', `x password${many}`],
      ['sh', '-c', many],
    ]) {
      // 0.06 s at most as it is; a square of the length would be 1.6 s and more.
      expect(costOf(args)).toBeLessThan(600);
    }
  });
});
