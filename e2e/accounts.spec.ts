import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { LOCAL_HOST } from '@lib/model/host';
import type { FromViewer } from '@lib/protocol/from-viewer';
import { PROTOCOL_VERSION } from '@lib/protocol/protocol';
import { demand } from './harness/command';
import { expect, test as base } from './harness/fixtures';
import type { Nsview } from './harness/nsview';
import { makeOrdinaryUser, type OrdinaryUser } from './harness/ordinary-user';
import { ask, askUpgrade, type Answer } from './harness/raw-http';
import { until } from './harness/until';
import { WEBSOCKET } from '../server/http/testing/raw-request';

/* A machine of several accounts, where 127.0.0.1 is everybody's. Tests run as root. */

const NO_DAEMON = 'unix:///nsv-no-daemon-here.sock';
type Message<E extends keyof FromViewer> = Parameters<FromViewer[E]>[0];
const HELLO: Message<'hello'> = {
  host: LOCAL_HOST,
  version: PROTOCOL_VERSION,
  epoch: null,
  lastSeq: null,
  recording: null,
  past: null,
};
const givenSchema = z.object({ CapAdd: z.array(z.string()), SecurityOpt: z.array(z.string()) });
const AGREE: Message<'reader'> = { host: LOCAL_HOST, agree: true };

const test = base.extend<object, { stranger: OrdinaryUser }>({
  stranger: [
    async ({}, use) => {
      const user = await makeOrdinaryUser();
      await use(user);
      await user.remove();
    },
    { scope: 'worker' },
  ],
});

/** Runs a script of the harness as somebody else, who may not read this folder. */
function runAs(user: OrdinaryUser, script: string, ...args: string[]): Promise<string> {
  const text = readFileSync(join(import.meta.dirname, 'harness', script), 'utf8');
  const flags = ['--no-warnings', '--experimental-websocket', '--input-type=module'];
  return user.mustRun(process.execPath, [...flags, '--eval', text, '--', ...args]);
}

async function askAs(
  user: OrdinaryUser,
  url: string,
  headers: Readonly<Record<string, string>> = {},
  address = '',
): Promise<Answer> {
  const { host } = new URL(url);
  const sent = JSON.stringify({ Host: host, ...headers });
  return JSON.parse(await runAs(user, 'ask-as.mjs', url, sent, address)) as Answer;
}

const upgradeOf = (url: string) => `${url}/socket.io/?EIO=4&transport=websocket`;

/** The one-time query that was printed last. */
function ticketOf(nsview: Nsview): string {
  return nsview.stdout.match(/\?ticket=[0-9a-f]{64}/g)?.at(-1) ?? 'no ticket';
}

for (const [name, listen, addresses] of [
  ['IPv4', '127.0.0.1', ['', '::ffff:127.0.0.1']],
  ['IPv6', '::1', ['']],
] as const) {
  test(`another account is told nothing without the token, over ${name}`, async ({
    ownNsview,
    stranger,
  }) => {
    const nsview = await ownNsview({ docker: NO_DAEMON, args: ['--host', listen] });
    const { url } = nsview;
    const root = async () => {
      expect((await ask(`${url}/api/v1/snapshot`, {})).status).toBe(200);
      expect((await askUpgrade(url, { Origin: url })).status).toBe(101);
    };
    await root();
    expect(nsview.stdout).not.toContain('ticket');

    for (const address of addresses) {
      const page = await askAs(stranger, `${url}/`, {}, address);
      expect(page.status).toBe(401);
      expect(page.body).toContain('started by another account');
      const chinese = { 'Accept-Language': 'zh-CN,zh;q=0.9' };
      expect((await askAs(stranger, `${url}/`, chinese, address)).body).toContain('另一个账户');
      for (const path of ['/api/v1/snapshot', '/healthz', '/?ticket=', '/robots.txt']) {
        expect((await askAs(stranger, url + path, {}, address)).status, path).toBe(401);
      }
      const upgrade = { ...WEBSOCKET, Origin: url };
      expect((await askAs(stranger, upgradeOf(url), upgrade, address)).status).toBe(401);
    }
    await root();

    // Who started it is told once, and can let them in.
    await until('it is told', () => nsview.stdout.includes(`uid ${stranger.uid}`), 5000);
    expect(nsview.stdout.match(/ticket/g)).toHaveLength(1);
    const entered = await askAs(stranger, `${url}/${ticketOf(nsview)}`);
    expect(entered.status).toBe(303);
    const [Cookie = ''] = entered.headers['set-cookie']?.[0]?.split(';') ?? [];
    expect((await askAs(stranger, `${url}/api/v1/snapshot`, { Cookie })).status).toBe(200);
    const upgrade = { ...WEBSOCKET, Origin: url, Cookie };
    expect((await askAs(stranger, upgradeOf(url), upgrade)).status).toBe(101);
    expect((await askAs(stranger, `${url}/${ticketOf(nsview)}`)).status, 'once').toBe(401);
    await root();
  });
}

test('who ran sudo may look; everybody may where it was said so', async ({
  ownNsview,
  stranger,
}) => {
  const within = ['env', `SUDO_UID=${stranger.uid}`];
  const bySudo = await ownNsview({ docker: NO_DAEMON, within });
  expect((await askAs(stranger, `${bySudo.url}/api/v1/snapshot`)).status).toBe(200);
  const open = await ownNsview({ docker: NO_DAEMON, args: ['--open-to-this-machine'] });
  expect((await askAs(stranger, `${open.url}/api/v1/snapshot`)).status).toBe(200);
  const upgrade = { ...WEBSOCKET, Origin: open.url };
  expect((await askAs(stranger, upgradeOf(open.url), upgrade)).status).toBe(101);
  expect(open.stdout).not.toContain('ticket');
});

test('where no account can be told, everybody needs the token', async ({ ownNsview }) => {
  const hidden = 'mount -t tmpfs tmpfs /proc/$$/net && exec "$0" "$@"';
  const nsview = await ownNsview({
    docker: NO_DAEMON,
    within: ['unshare', '--mount', 'sh', '-c', hidden],
  });
  expect((await ask(`${nsview.url}/api/v1/snapshot`, {})).status).toBe(401);
  const entered = await ask(`${nsview.url}/${ticketOf(nsview)}`, {});
  expect(entered.status).toBe(303);
});

test('another account cannot agree to the reader; who started nsview can', async ({
  dockerd,
  ownNsview,
  ordinary: { user, project },
  stranger,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  user.admit(dockerd);
  const { program } = project;
  const nsview = await ownNsview({ docker: dockerd.endpoint, as: user, build: { program } });
  const { url } = nsview;
  // Nobody who looks can have more than was offered, whatever they say.
  const more = { ...AGREE, enters: true, mayEnter: true, capabilities: ['SYS_ADMIN'] };
  const agreeAs = (who: OrdinaryUser, to: 'reader' | 'enter') => {
    const messages = [{ headers: { Origin: url } }, HELLO, more].map((each) =>
      JSON.stringify(each),
    );
    return runAs(who, 'agree-as.mjs', url, ...messages, to);
  };
  const readers = async () => {
    const listed = await dockerd.cli('ps', '-aq', '--filter', 'label=nsview.role=reader');
    return demand(listed, 'docker ps').trim();
  };

  for (const to of ['reader', 'enter'] as const) {
    expect(await agreeAs(stranger, to)).toBe('refused');
    expect(await readers()).toBe('');
  }
  // That one may go into namespaces is no yes to a reader.
  expect(await agreeAs(user, 'enter')).toBe('agreed');
  expect(await readers()).toBe('');
  expect(await agreeAs(user, 'reader')).toBe('agreed');
  await until('a reader runs', async () => (await readers()) !== '', 20_000, 100);
  const given = await dockerd.cli('inspect', '--format', '{{json .HostConfig}}', await readers());
  const { CapAdd, SecurityOpt } = givenSchema.parse(JSON.parse(demand(given, 'docker inspect')));
  expect(CapAdd.map((name) => name.replace(/^CAP_/, '')).sort()).toEqual(
    ['SYS_PTRACE', 'DAC_READ_SEARCH', 'SETUID', 'SETGID', 'SETPCAP'].sort(),
  );
  expect(SecurityOpt.join()).not.toContain('seccomp');
});
