import { randomBytes, timingSafeEqual } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CommandMessages } from '@lib/i18n/command-messages';
import { UsageError } from '../config';
import type { Target } from '../http/target';

const TOKEN = /^[0-9a-f]{64}$/;

/** Reads the token file, or makes it: 32 random bytes in hex, mode 0600. @throws UsageError */
export function loadToken(file: string, { cli }: CommandMessages): string {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw new UsageError(cli.tokenFile(file, reasonOf(error)));
    return makeToken(file, { cli });
  }
  try {
    if ((fstatSync(descriptor).mode & 0o077) !== 0) throw new UsageError(cli.tokenMode(file));
    const token = readFileSync(descriptor, 'utf8').trim();
    if (!TOKEN.test(token)) throw new UsageError(cli.tokenText(file));
    return token;
  } finally {
    closeSync(descriptor);
  }
}

function makeToken(file: string, { cli }: Pick<CommandMessages, 'cli'>): string {
  const token = randomBytes(32).toString('hex');
  try {
    writeFileSync(file, `${token}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new UsageError(cli.tokenFile(file, reasonOf(error)));
  }
  return token;
}

/** Who may enter when the server can be reached from other machines. */
export class Gate {
  private ticket = randomBytes(32).toString('hex');

  /** @param announce is given each one-time query (`?ticket=…`): the first, and one after each use. */
  constructor(
    private readonly token: string,
    private readonly cookie: string,
    private readonly announce: (query: string) => void,
  ) {
    announce(`?ticket=${this.ticket}`);
  }

  /** Does the request show the token, as this server's cookie or as `Authorization: Bearer`? */
  admits({ headers }: IncomingMessage): boolean {
    const bearer = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
    const cookies = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
    const cookie = cookies.find(([name]) => name === this.cookie)?.[1];
    return [bearer, cookie].some((shown) => shown !== undefined && sameText(shown, this.token));
  }

  /** Trades a one-time link for the cookie, and redirects to the address without it. */
  redeem({ pathname, query }: Target, response: ServerResponse): boolean {
    const ticket = query.get('ticket');
    if (ticket === null || !sameText(ticket, this.ticket)) return false;
    this.ticket = randomBytes(32).toString('hex');
    this.announce(`?ticket=${this.ticket}`);
    const rest = new URLSearchParams(query);
    rest.delete('ticket');
    response.writeHead(303, {
      Location: rest.size > 0 ? `${pathname}?${rest.toString()}` : pathname,
      'Set-Cookie': `${this.cookie}=${this.token}; HttpOnly; SameSite=Strict; Path=/`,
      'Cache-Control': 'no-store',
    });
    response.end();
    return true;
  }
}

/** Compares in a time that does not tell where two texts differ. */
function sameText(shown: string, expected: string): boolean {
  const [a, b] = [Buffer.from(shown), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
