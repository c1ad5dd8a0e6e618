import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from './harness/fixtures';
import { fleetCommand } from './harness/nats';
import { PROGRAM } from './harness/program';

/* What `nsview fleet` prints, and what nobody loads who has one machine. What it makes is tried in fleet-rules.spec.ts. */

let parent = '';
let folder = '';
test.beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'nsv-fleet-'));
  folder = join(parent, 'my fleet');
});
test.afterEach(() => rmSync(parent, { recursive: true }));

const fleet = (...words: string[]) => fleetCommand([...words, '--folder', folder]);

test('says what was made and what comes next, and never a secret', async () => {
  const made = await fleet('init', '--host', 'nats.example', '--host', 'fd00::5', '--port', '4333');
  expect({ code: made.code, stderr: made.stderr }).toEqual({ code: 0, stderr: '' });
  expect(made.stdout).toContain(
    `Made a fleet in ${folder}, whose server is reached as nats.example`,
  );
  expect(made.stdout).toContain(`\n  nats-server -c '${folder}/nats.conf'\n`);
  expect(made.stdout).toContain(`\n  nsview fleet add vm-01 vm-02 --folder '${folder}'\n`);

  const added = await fleet('add', 'vm-01', 'vm-02');
  expect(added.code).toBe(0);
  expect(added.stdout).toBe(
    ['vm-01', 'vm-02'].map((host) => `${host}: ${folder}/hosts/${host}.creds\n`).join(''),
  );
  expect(added.stderr).toMatch(/^nsview: no server of this fleet was reached;.*\nnsview: On each/);
  expect(added.stderr).toContain('nsview agent --to tls://nats.example:4333 --creds FILE\n');

  const revoked = await fleet('revoke', 'vm-02');
  expect(revoked.stdout).toBe('vm-02: revoked\n');
  for (const { stdout, stderr } of [made, added, revoked]) {
    expect(stdout + stderr).not.toMatch(/\bS[UOA][A-Z2-7]{56}\b|BEGIN/);
  }
});

test('says in one line why nothing was done, and ends with 2', async () => {
  const none = await fleet('add', 'vm-01');
  expect(none.code).toBe(2);
  expect(none.stderr).toMatch(/^nsview: fleet: there is no fleet in [^\n]*fleet init[^\n]*\n$/);
  await fleet('init', '--host', 'a', '--signing');
  await fleet('add', 'vm-01');
  const lines = [
    [await fleet('init', '--host', 'a'), /there is something in .*my fleet already; choose/],
    [await fleet('add', 'vm-02', 'vm-01'), /in the fleet already: vm-01; .*nsview fleet revoke/],
    [await fleet('revoke', 'vm-02'), /not in the fleet: vm-02/],
    [await fleet('add', 'VM'), /got "VM", expected a name of at most 63/],
  ] as const;
  for (const [{ code, stdout, stderr }, line] of lines) {
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  }
});

test('says it in Chinese', async () => {
  const { stderr } = await fleetCommand(['add', 'vm-01', '--folder', folder], 'zh_CN.UTF-8');
  expect(stderr).toContain('里没有机群；请用 nsview fleet init 建立');
});

/** The files of the build that are loaded with these, whatever is asked of them. */
function loadedWith(names: readonly string[]): Set<string> {
  const build = dirname(PROGRAM);
  const loaded = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (loaded.has(name)) continue;
    loaded.add(name);
    const text = readFileSync(join(build, name), 'utf8');
    for (const [, next = ''] of text.matchAll(/\b(?:from|import)\s?"\.\/([\w-]+\.js)"/g)) {
      waiting.push(next);
    }
  }
  return loaded;
}

test('nothing of it is loaded with one machine', () => {
  const build = dirname(PROGRAM);
  const files = readdirSync(build).filter((name) => name.endsWith('.js'));
  const one = files.filter((name) => /^(?:main|cli|serve-\w+|record-\w+|ls-\w+)\.js$/.test(name));
  expect(one.length).toBeGreaterThan(2);
  const loaded = loadedWith(one);
  expect(loaded.size).toBeGreaterThan(one.length);
  // Words of NATS's client, of its keys, and of the library of certificates.
  const words = ['nats.js', 'nkeys: invalid seed', 'tsyringe requires a reflect polyfill'];
  for (const word of words) {
    const having = files.filter((name) => readFileSync(join(build, name), 'utf8').includes(word));
    expect(having.length, `some file has ${word}`).toBeGreaterThan(0);
    expect(having.filter((name) => loaded.has(name))).toEqual([]);
  }
});
