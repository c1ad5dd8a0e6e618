import { randomBytes, timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CommandMessages } from '@lib/i18n/command-messages';
import { UsageError } from '../usage-error';
import type { Target } from './target';
import type { Accounts } from './accounts';

const TOKEN = /^[0-9a-f]{64}$/;

/** Reads the token file, or makes it: 32 random bytes in hex, mode 0600. @throws UsageError */
export function loadToken(file: string, { cli }: CommandMessages): string {
  return existsSync(file) ? readToken(file, { cli }) : makeToken(file, { cli });
}

/** Reads a token file that is there. @throws UsageError */
export function readToken(file: string, { cli }: Pick<CommandMessages, 'cli'>): string {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    throw new UsageError(cli.tokenFile(file, reasonOf(error)));
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
  const token = newToken();
  try {
    writeFileSync(file, `${token}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new UsageError(cli.tokenFile(file, reasonOf(error)));
  }
  return token;
}

/** Why somebody may look: they have shown the token, or their account may as it is. */
export type Admission = 'token' | 'account';

/** Where a one-time query (`?ticket=…`) can be told to who started the server. */
export interface Announcer {
  /** One more query is good, for whoever needs it. */
  ticket: (query: string) => void;
  /** Somebody was turned away. @param uid null: whose account cannot be told */
  turnedAway: (uid: number | null, query: string) => void;
}

/** Who may look: whoever shows the token, and the accounts that need none. */
export class Gate {
  private ticket = newToken();
  private announced = false;

  /**
   * @param accounts null: everybody needs the token, and each one-time query is announced at once.
   * Else nobody may ever need it, and one is announced when the first is turned away.
   */
  constructor(
    private readonly token: string,
    private readonly cookie: string,
    readonly accounts: Accounts | null,
    private readonly announce: Announcer,
  ) {
    this.offer();
  }

  /**
   * Does the request show the token, as this server's cookie or as `Authorization: Bearer`? Else, is
   * it from an account that needs none? Null: neither.
   */
  admits({ headers, socket }: IncomingMessage): Admission | null {
    const bearer = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
    const cookie = cookieIn(headers, this.cookie);
    const shown = [bearer, cookie].some((text) => text !== undefined && sameText(text, this.token));
    if (shown) return 'token';
    return this.accounts?.admit(socket) === true ? 'account' : null;
  }

  /** Tells who started the server that somebody was turned away, once for each one-time query. */
  turnAway({ socket }: IncomingMessage): void {
    if (this.announced) return;
    this.announced = true;
    this.announce.turnedAway(this.accounts?.of(socket) ?? null, `?ticket=${this.ticket}`);
  }

  /** Trades a one-time link for the cookie, and redirects to the address without it. */
  redeem({ pathname, query }: Target, response: ServerResponse): boolean {
    const ticket = query.get('ticket');
    if (ticket === null || !sameText(ticket, this.ticket)) return false;
    this.ticket = newToken();
    this.offer();
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

  private offer(): void {
    this.announced = this.accounts === null;
    if (this.announced) this.announce.ticket(`?ticket=${this.ticket}`);
  }
}

/** 32 random bytes in hex. */
export function newToken(): string {
  return randomBytes(32).toString('hex');
}

/** What a cookie says. */
export function cookieIn({ cookie }: IncomingMessage['headers'], name: string): string | undefined {
  const pairs = (cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([each]) => each === name)?.[1];
}

/** Compares in a time that does not tell where two texts differ. */
export function sameText(shown: string, expected: string): boolean {
  const [a, b] = [Buffer.from(shown), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
