import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { FollowGate } from './follow-gate';
import { parseTarget } from './target';

const asked = (cookie?: string) => ({ headers: { cookie } }) as IncomingMessage;

/** What a visit to a target is answered with; null: it is not let in. */
function visit(gate: FollowGate, target: string, cookie?: string) {
  let head: Record<string, string> = {};
  const response = {
    writeHead: (_status: number, headers: Record<string, string>) => (head = headers),
    end: () => undefined,
  } as unknown as ServerResponse;
  const parsed = parseTarget(target) ?? expect.fail('no target');
  return gate.redeem(parsed, asked(cookie), response) ? head : null;
}

const pairOf = (head: Record<string, string> | null) =>
  head?.['Set-Cookie']?.split(';')[0] ?? expect.fail('no cookie');

it('the link is the same for all, and each browser gets a name of its own', () => {
  const gate = new FollowGate('follow');
  const [one, two] = [visit(gate, `/${gate.query}`), visit(gate, `/${gate.query}&lang=zh-CN`)];
  expect(one).toMatchObject({ Location: '/', 'Cache-Control': 'no-store' });
  expect(two).toMatchObject({ Location: '/?lang=zh-CN' });
  expect(one?.['Set-Cookie']).toMatch(/; HttpOnly; SameSite=Lax; Path=\/$/);
  const names = [one, two].map((head) => gate.admits(asked(pairOf(head))));
  expect(names).toEqual([
    expect.stringMatching(/^[\w-]{16}$/),
    expect.stringMatching(/^[\w-]{16}$/),
  ]);
  expect(names[0]).not.toBe(names[1]);
});

it('who comes by it again keeps that name', () => {
  const gate = new FollowGate('follow');
  const pair = pairOf(visit(gate, `/${gate.query}`));
  expect(pairOf(visit(gate, `/${gate.query}`, pair))).toBe(pair);
});

it.each<[string, (pair: string, token: string) => string | undefined]>([
  ['nothing', () => undefined],
  ['a cookie of another name', (pair) => pair.replace('follow=', 'other=')],
  ['the token alone', (pair) => pair.split('.')[0]],
  ['no name', (_, token) => `follow=${token}..`],
  ['a name without a signature', (pair) => pair.split('.').slice(0, 2).join('.')],
  ['a name that was never given', (pair) => pair.replace(/\.[\w-]{16}\./, '.AAAAAAAAAAAAAAAA.')],
  [
    'one that is signed with what all know',
    (_, token) => {
      const signature = createHmac('sha256', token).update('AAAAAAAAAAAAAAAA').digest('base64url');
      return `follow=${token}.AAAAAAAAAAAAAAAA.${signature}`;
    },
  ],
  ['another token', (pair, token) => pair.replace(token, 'A'.repeat(token.length))],
  ['half of it', (pair) => pair.replace('=', '=x').slice(0, 30)],
])('%s does not let in', (_, altered) => {
  const gate = new FollowGate('follow');
  const token = new URLSearchParams(gate.query).get('follow') ?? '';
  const pair = pairOf(visit(gate, `/${gate.query}`));
  expect(gate.admits(asked(pair))).not.toBeNull();
  expect(gate.admits(asked(altered(pair, token)))).toBeNull();
});

it.each(['/', '/?follow=', `/?follow=${'A'.repeat(22)}`, '/?ticket=x'])(
  '%s is no link',
  (target) => {
    expect(visit(new FollowGate('follow'), target)).toBeNull();
  },
);
