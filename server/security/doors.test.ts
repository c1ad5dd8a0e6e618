import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { allowedHosts, isAllowedHost, isAllowedOrigin } from './doors';

const allowed = allowedHosts('127.0.0.1', 3111, ['Course.example:8080']);
const request = (headers: IncomingMessage['headers']) => ({ headers });

describe('doors', () => {
  it.each([
    ['127.0.0.1:3111', true],
    ['localhost:3111', true],
    ['LOCALHOST:3111', true],
    ['[::1]:3111', true],
    ['course.example:8080', true],
    ['course.example:3111', false],
    ['127.0.0.1', false],
    ['127.0.0.1:3112', false],
    ['127.0.0.1.evil.example:3111', false],
    ['evil.example', false],
    [undefined, false],
  ])('host %s: %s', (host, expected) => {
    expect(isAllowedHost(request({ host }), allowed)).toBe(expected);
  });

  it.each([
    ['http://127.0.0.1:3111', true],
    ['https://127.0.0.1:3111', false],
    ['http://localhost:3111', false],
    ['http://127.0.0.1:3112', false],
    ['http://127.0.0.1', false],
    ['http://127.0.0.1.evil.example:3111', false],
    ['ftp://127.0.0.1:3111', false],
    ['null', false],
    ['', false],
  ])('origin %s of a request to 127.0.0.1:3111: %s', (origin, expected) => {
    const asked = request({ host: '127.0.0.1:3111', origin });
    expect(isAllowedOrigin(asked, allowed, true)).toBe(expected);
  });

  it('lets a request without an origin pass with the token alone', () => {
    const asked = request({ host: '127.0.0.1:3111' });
    expect(isAllowedOrigin(asked, allowed, false)).toBe(false);
    expect(isAllowedOrigin(asked, allowed, true)).toBe(true);
  });
});
