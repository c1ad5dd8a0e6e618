import { createUser } from '@nats-io/nkeys';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CredentialsError, credentialsText, parseCredentials } from './credentials';

const seed = new TextDecoder().decode(createUser().getSeed());
const jwt = 'eyJ0.eyJu-dGk.aGVsbG8_';
const pem = (body: string) => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
const full = { host: 'vm-07', seed, jwt, authority: pem('QUJD\nREVG') + pem('R0hJ') };

function problemOf(text: string): string | null {
  try {
    parseCredentials(text);
    return null;
  } catch (error) {
    return error instanceof CredentialsError ? error.problem : String(error);
  }
}

describe('credentials as a file', () => {
  it.each([
    ['an agent’s, signed', full],
    ['an agent’s with a key alone', { ...full, jwt: null }],
    ['a hub’s', { ...full, host: null }],
    ['with an authority of the system', { ...full, authority: null }],
    ['with as little as can be', { host: null, seed, jwt: null, authority: null }],
  ])('%s are read as they were written', (_, credentials) => {
    expect(parseCredentials(credentialsText(credentials))).toEqual(credentials);
  });

  it('has what NATS itself looks for as its first two blocks', () => {
    const blocks = credentialsText(full).matchAll(/-{3,}[^\n]*-{3,}\n(.+)\n\s*-{3,}[^\n]*-{3,}\n/g);
    expect([...blocks].slice(0, 2).map(([, content]) => content)).toEqual([jwt, seed]);
  });

  it.each([
    ['lines of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['remarks between blocks', (text: string) => text.replaceAll('\n\n', '\n# mine\n\n')],
    ['no line at the end', (text: string) => text.trimEnd()],
  ])('is read with %s', (_, change) => {
    const { host, seed: read, jwt: signed } = parseCredentials(change(credentialsText(full)));
    expect({ host, seed: read, jwt: signed }).toEqual({ host: 'vm-07', seed, jwt });
  });

  it.each([
    ['nothing', '', 'none'],
    ['a certificate alone', pem('QUJD'), 'none'],
    ['what is cut off', credentialsText(full).slice(0, -40), 'cut'],
    ['two keys', credentialsText(full) + credentialsText({ ...full, host: null }), 'twice'],
    ['a key that lacks a letter', credentialsText({ ...full, seed: seed.slice(0, -1) }), 'seed'],
    ['a key with a letter that is wrong', credentialsText({ ...full, seed: swap(seed) }), 'seed'],
    ['an account’s key', credentialsText({ ...full, seed: `SA${seed.slice(2)}` }), 'seed'],
    ['the name of a hub', credentialsText({ ...full, host: 'hub' }), 'host'],
    ['a name for all', credentialsText({ ...full, host: '>' }), 'host'],
    ['a name of two tokens', credentialsText({ ...full, host: 'a.b' }), 'host'],
    ['a JWT of one part', credentialsText({ ...full, jwt: 'eyJ0' }), 'jwt'],
    ['a long text', 'x'.repeat(70_000), 'size'],
  ])('%s: is refused', (_, text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it('any text is read or refused with a problem, none with a secret in its message', () => {
    const piece = fc.constantFrom(...credentialsText(full).split('\n'), seed, '', '>', 'vm-08');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (lines) => {
        const problem = problemOf(lines.join('\n'));
        expect([null, 'size', 'cut', 'twice', 'none', 'seed', 'host', 'jwt']).toContain(problem);
      }),
    );
  });
});

/** With two letters in each other's place: of the same alphabet, with another checksum. */
function swap(text: string): string {
  const at = [...text].findIndex((letter, index) => index > 3 && letter !== text[index + 1]);
  return `${text.slice(0, at)}${text[at + 1] ?? ''}${text[at] ?? ''}${text.slice(at + 2)}`;
}
