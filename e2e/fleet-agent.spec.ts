import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import * as z from 'zod/mini';
import { packSummary, readSummary } from '@lib/fleet/packed-summary';
import { SUMMARY_BYTES, summarySchema, type Summary } from '@lib/fleet/summary';
import { BUCKET_STREAM, summarySubject } from '@lib/fleet/subjects';
import { printable } from '@lib/table/printable';
import { Bucket } from '../server/fleet/bucket';
import { mustRun, run, type Outcome } from './harness/command';
import { expect, test } from './harness/fixtures';
import { Fleet } from './harness/nats';
import { type Nsview, spawnNsview } from './harness/nsview';
import { PROGRAM } from './harness/program';
import { Service } from './harness/service';
import { until } from './harness/until';

/* Agents that look at this very machine, a server of NATS between, and who lists what they tell. */

const NO_ENGINE = 'unix:///nonexistent/d.sock';
/** Milliseconds for what takes a second; the machine may be busy. */
const SOON = 60_000;
/** Milliseconds that a look may take on a machine that is busy. */
const LOOKS = 10_000;
/** Milliseconds from the path's return until what is told is right again. */
const RIGHT_AGAIN = 10_000;

const listing = z.object({
  machines: z.array(
    z.object({
      host: z.string(),
      standing: z.enum(['live', 'lagging', 'lost']),
      summary: z.optional(summarySchema),
      problem: z.optional(z.object({ is: z.string() })),
    }),
  ),
});

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let fleet: Fleet;
const agents = new Map<string, Nsview>();

function startAgent(host: string, to = fleet.url, creds = fleet.file(host)): Nsview {
  const agent = spawnNsview(['agent', '--to', to, '--creds', creds, '--docker', NO_ENGINE]);
  agents.set(host, agent);
  return agent;
}

function agentOf(host: string): Nsview {
  const agent = agents.get(host);
  if (agent === undefined) throw new Error(`there is no agent of ${host}`);
  return agent;
}

const list = (...words: string[]): Promise<Outcome> =>
  run(
    process.execPath,
    [PROGRAM, 'fleet', 'list', '--to', fleet.url, '--creds', fleet.file(null), ...words],
    { LC_ALL: 'C' },
  );

async function machines() {
  const { code, stdout, stderr } = await list('--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return new Map(listing.parse(JSON.parse(stdout)).machines.map((each) => [each.host, each]));
}

/** What a machine last told, once its look was later than that: milliseconds since 1970. */
async function summaryAfter(host: string, since: number, within = SOON): Promise<Summary> {
  return until(
    `${host} tells what there is`,
    async () => {
      const line = await fleet.line(null).catch(() => null);
      if (line === null) return false;
      try {
        const bytes = (await (await Bucket.open(line)).summaries()).get(host)?.bytes;
        const read = bytes === undefined ? null : readSummary(bytes);
        if (read === null || !('summary' in read)) return false;
        return Date.parse(read.summary.at) > since && read.summary;
      } catch {
        // It is not back yet.
        return false;
      } finally {
        await line.close();
      }
    },
    within,
    100,
  ).catch((error: unknown) => {
    throw new Error(`${host} has said: ${agents.get(host)?.stderr}`, { cause: error });
  });
}

/** How often it has said a thing. */
function said(agent: Nsview, what: RegExp): number {
  return agent.stderr.split('\n').filter((line) => what.test(line)).length;
}

/** How many processes there are, each tenth of a second: they come and go. */
class Counting {
  readonly #counts: { at: number; count: number }[] = [];
  readonly #timer = setInterval(() => this.look(), 100);

  constructor() {
    this.look();
  }

  look(): void {
    const count = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).length;
    this.#counts.push({ at: Date.now(), count });
  }

  /** The least and the most there were while a look was taken that was over at a moment. */
  before(at: number): { least: number; most: number } {
    const near = this.#counts.filter((each) => each.at > at - LOOKS && each.at < at + 1000);
    const counts = near.map(({ count }) => count);
    return { least: Math.min(...counts), most: Math.max(...counts) };
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

test.beforeAll(async () => {
  fleet = await Fleet.start('keys', ['vm-01', 'vm-02', 'vm-03', 'vm-04']);
});
test.afterAll(async () => {
  for (const agent of agents.values()) await agent.stop();
  await fleet.close();
});

test('before anybody has told anything, the list is empty and says so', async () => {
  const { code, stdout, stderr } = await list();
  expect({ code, lines: stdout.trimEnd().split('\n').length }).toEqual({ code: 0, lines: 1 });
  expect(stderr).toMatch(/^nsview: no machine of this fleet has told of itself[^\n]*\n$/);
});

test('two agents tell of the machine what can be seen without them', async () => {
  const counting = new Counting();
  const sleepers: ChildProcess[] = [];
  try {
    const started = Date.now();
    const both = ['vm-01', 'vm-02'].map((host) => startAgent(host));
    const [first, second] = await Promise.all(
      ['vm-01', 'vm-02'].map((host) => summaryAfter(host, started)),
    );
    for (const [at, agent] of both.entries()) {
      const host = `vm-0${at + 1}`;
      expect(agent.stderr).toMatch(
        new RegExp(`^nsview: connected to 127\\.0\\.0\\.1:${fleet.port} as ${host}; `, 'm'),
      );
    }
    const known = {
      hostname: await mustRun('hostname', []),
      kernel: await mustRun('uname', ['-r']),
      bootId: readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(),
    };
    expect(first).toMatchObject(known);
    expect(second).toMatchObject(known);
    expect(first?.epoch).not.toBe(second?.epoch);
    // No engine was asked, so of containers nothing is known, and nothing is none.
    expect(first).toMatchObject({ containers: null, sharing: null, findings: null });
    expect(first?.engines).toEqual([{ kind: 'docker', state: 'absent', version: null }]);

    for (let nth = 0; nth < 60; nth += 1) sleepers.push(spawn('sleep', ['300']));
    // Late enough for the look to be of a time when all of them were there.
    const more = await summaryAfter('vm-01', Date.now() + LOOKS);
    for (const { at, processes } of [first, more].flatMap((each) => each ?? [])) {
      const { least, most } = counting.before(Date.parse(at));
      expect(processes.all).toBeGreaterThanOrEqual(least);
      expect(processes.all).toBeLessThanOrEqual(most);
    }
    const listed = await machines();
    expect([...listed.keys()]).toEqual(['vm-01', 'vm-02']);
    expect(listed.get('vm-02')).toMatchObject({ standing: 'live', summary: known });

    const { code, stdout, stderr } = await list();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const line = stdout.split('\n').find((each) => each.startsWith('vm-02')) ?? '';
    expect(line.replace(/ +/g, ' ')).toMatch(
      new RegExp(
        `^vm-02 live \\d+ s ago ${known.hostname} ${known.kernel.replaceAll('.', '\\.')} `,
      ),
    );
  } finally {
    counting.stop();
    for (const sleeper of sleepers) sleeper.kill();
  }
});

for (const [name, cut, mend] of [
  ['hangs', () => fleet.signal('SIGSTOP'), () => fleet.signal('SIGCONT')],
  [
    'is killed, and started again',
    async () => {
      fleet.signal('SIGKILL');
      await fleet.stopServer();
    },
    () => fleet.startServer(),
  ],
] as const) {
  test(`a server ${name}: the agent says so once, and what it tells is right again by itself`, async () => {
    const agent = agentOf('vm-01');
    const before = { cut: said(agent, /cut off from/), back: said(agent, /connected again/) };
    await cut();
    await until('it says so', () => said(agent, /cut off from/) > before.cut, SOON);
    // Some attempts to connect again, each of which could say something.
    await delay(5000);
    expect(said(agent, /cut off from/)).toBe(before.cut + 1);
    expect(said(agent, /connected again/)).toBe(before.back);
    await mend();
    await summaryAfter('vm-01', Date.now(), RIGHT_AGAIN);
    expect(said(agent, /connected again/)).toBe(before.back + 1);
    expect(said(agent, /cut off from/)).toBe(before.cut + 1);
    expect(agent.exitCode).toBeNull();
  });
}

test('hostile summaries are refused, with whose they are, and nobody else is any worse for them', async () => {
  const good = await summaryAfter('vm-01', 0);
  const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const puts: [string, Uint8Array, RegExp][] = [
    ['another schema', text({ host: 'vm-01', containers: 'many' }), /refused: not as expected/],
    ['a script', text('<script>alert(1)</script>'), /refused: not as expected$/m],
    ['no JSON', new TextEncoder().encode('<script>'), /refused: no JSON/],
    ['a bomb', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3), /refused: no JSON/],
    ['lists in lists', text(JSON.parse('['.repeat(500) + ']'.repeat(500))), /packed too deep/],
    ['more than is taken', text({ ...good, x: 'x'.repeat(SUMMARY_BYTES) }), /refused: \d+ bytes/],
    [
      'control characters',
      packSummary({ ...good, hostname: '\u001b[2J\u001b]0;x\u0007\u202e<script>' }),
      / live .*\[2J\]0;x<script> /,
    ],
  ];
  const line = await fleet.line('vm-03');
  for (const [what, bytes, expected] of puts) {
    line.publish(summarySubject('vm-03'), bytes);
    await line.flush();
    const { code, stdout, stderr } = await list();
    expect({ what, code, stderr }).toEqual({ what, code: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((each) => each.slice(0, 5)).slice(1)).toEqual(['vm-01', 'vm-02', 'vm-03']);
    expect(lines[3], what).toMatch(expected);
    for (const each of lines) expect(printable(each)).toBe(each);
  }

  const told = await machines();
  expect(told.get('vm-01')?.summary?.bootId).toBe(good.bootId);
  expect(told.get('vm-03')?.summary?.hostname).toBe('\u001b[2J\u001b]0;x\u0007\u202e<script>');

  // So much a server takes from nobody, and who does not know better is cut off.
  const cut = until(
    'it is cut off',
    async () => {
      for await (const { type } of line.status()) if (type === 'disconnect') return true;
      return false;
    },
    SOON,
  );
  if (line.info !== undefined) line.info.max_payload = 2 ** 30;
  line.publish(summarySubject('vm-03'), new Uint8Array(10_000_000));
  await cut;
  expect((await machines()).get('vm-01')).toMatchObject({ standing: 'live' });
});

test('what is wrong is one clear line, before anything is read', async () => {
  const agent = async (...words: string[]) =>
    run(process.execPath, [PROGRAM, 'agent', ...words], { LC_ALL: 'C' });
  const to = ['--to', fleet.url];
  for (const [words, code, line] of [
    [[...to, '--creds', '/nonexistent'], 2, /^nsview: --creds \/nonexistent: ENOENT[^\n]*\n$/],
    [
      [...to, '--creds', fleet.file(null)],
      2,
      /^nsview: --creds [^\n]*: got those of a hub[^\n]*\n$/,
    ],
    [[...to, '--creds', PROGRAM], 2, /^nsview: --creds [^\n]*chmod 600[^\n]*\n$/],
    [
      ['--to', `tls://127.0.0.2:${fleet.port}`, '--creds', fleet.file('vm-03')],
      1,
      /^(nsview: the container engine[^\n]*\n)?nsview: the certificate of the server at[^\n]*\n$/,
    ],
  ] as const) {
    const outcome = await agent(...words, '--docker', NO_ENGINE);
    expect([outcome.code, outcome.stdout]).toEqual([code, '']);
    expect(outcome.stderr).toMatch(line);
  }
  const other = await run(
    process.execPath,
    [PROGRAM, 'fleet', 'list', ...to, '--creds', fleet.file('vm-03')],
    { LC_ALL: 'C' },
  );
  expect(other.code).toBe(2);
  expect(other.stderr).toMatch(/^nsview: --creds [^\n]*: got those of the machine vm-03[^\n]*\n$/);
});

test('an agent waits for a server that does not run yet, and says so once', async () => {
  await fleet.stopServer();
  const agent = startAgent('vm-04');
  await until('it waits', () => said(agent, /nobody answers at .* tried again/) > 0, SOON);
  const { code, stderr } = await list();
  expect(code).toBe(1);
  expect(stderr).toMatch(/^nsview: nobody answers at tls:\/\/127\.0\.0\.1:\d+ [^\n]*\n$/);
  await fleet.startServer();
  await until('it is connected', () => said(agent, /connected to .* as vm-04/) > 0, SOON);
  expect(said(agent, /nobody answers at/)).toBe(1);
});

test('a server on this very machine may do without TLS', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nsv-plain-'));
  const server = new Service('nats-server', folder);
  const at = /Listening for client connections on (127\.0\.0\.1:\d+)/;
  try {
    const words = ['setpriv', '--pdeathsig', 'TERM', 'nats-server', '-a', '127.0.0.1', '-p', '-1'];
    await server.start(words, () => Promise.resolve(at.test(server.log())));
    const [, address = ''] = at.exec(server.log()) ?? [];
    const agent = startAgent('vm-03', `nats://${address}`, fleet.file('vm-03'));
    await until('it is connected', () => said(agent, /connected to .* as vm-03/) > 0, SOON);
    await until('nobody keeps what it tells', () => said(agent, /nobody keeps/) > 0, SOON);
    await agent.stop();
    expect(agent.exitCode).toBe(0);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});

test('one that is revoked says so once, and one that is ended says nothing and ends with 0', async () => {
  const [revoked, other] = [agentOf('vm-04'), agentOf('vm-02')];
  await fleet.command('revoke', 'vm-04');
  const refused = /does not take these credentials/;
  await until('it says so', () => said(revoked, refused) > 0, SOON);
  // Some more attempts, each of which is refused.
  await delay(4000);
  expect([said(revoked, refused), said(revoked, /cut off/)]).toEqual([1, 1]);
  await revoked.stop('SIGINT');
  const told = other.stderr;
  await other.stop('SIGTERM');
  expect([revoked.exitCode, other.exitCode]).toEqual([0, 0]);
  expect(other.stderr).toBe(told);
});

test('a bucket that would not keep machines apart is not read, and what to do is said', async () => {
  const other = await Fleet.start('keys', ['vm-01']);
  try {
    const line = await other.line(null);
    const manager = await jetstreamManager(line, { checkAPI: false });
    await manager.streams.add({ name: BUCKET_STREAM, subjects: [summarySubject('*')] });
    const words = ['--to', other.url, '--creds', other.file(null)];
    const told = await run(process.execPath, [PROGRAM, 'fleet', 'list', ...words], { LC_ALL: 'C' });
    expect([told.code, told.stdout]).toEqual([1, '']);
    expect(told.stderr).toMatch(/^nsview: the server at [^\n]* has a bucket [^\n]* KV_hosts\n$/);
  } finally {
    await other.close();
  }
});
