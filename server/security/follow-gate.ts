import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Target } from './target';
import { cookieIn, sameText } from './token';

/** Bytes of the token: nobody guesses it, and its QR code is coarse enough for the last row. */
const TOKEN = 16;

/** Who may follow: whoever has come by the link once. It is the same link for all, as long as nsview runs. */
export class FollowGate {
  private readonly token = randomBytes(TOKEN).toString('base64url');
  /** What names are signed with. Not the token, which all have who follow. */
  private readonly key = randomBytes(32);

  /** @param cookie its name */
  constructor(private readonly cookie: string) {}

  /** What the link has behind its address. */
  get query(): string {
    return `?follow=${this.token}`;
  }

  /** The browser that asks, by a name that was given to it; null: it has not come by the link. */
  admits({ headers }: IncomingMessage): string | null {
    const shown = cookieIn(headers, this.cookie) ?? '';
    const [, device = ''] = shown.split('.');
    return sameText(shown, this.cookieOf(device)) ? device : null;
  }

  /** Trades the link for a cookie, and redirects to the address without the token. */
  redeem({ query }: Target, request: IncomingMessage, response: ServerResponse): boolean {
    const shown = query.get('follow');
    if (shown === null || !sameText(shown, this.token)) return false;
    const device = this.admits(request) ?? randomBytes(12).toString('base64url');
    const rest = new URLSearchParams(query);
    rest.delete('follow');
    response.writeHead(303, {
      Location: rest.size > 0 ? `/?${rest.toString()}` : '/',
      // Lax: a link in a chat of another site is one that may be followed; a websocket's page is known by its origin.
      'Set-Cookie': `${this.cookie}=${this.cookieOf(device)}; HttpOnly; SameSite=Lax; Path=/`,
      'Cache-Control': 'no-store',
    });
    response.end();
    return true;
  }

  /** What the cookie of a browser says. */
  private cookieOf(device: string): string {
    const signature = createHmac('sha256', this.key).update(device).digest('base64url');
    return [this.token, device, signature].join('.');
  }
}
