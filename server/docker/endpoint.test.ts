import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addressUrl, parseDockerHost } from './docker-host';
import { findEndpoints } from './endpoint';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nsview-'));
  mkdirSync(join(root, 'home/.docker'), { recursive: true });
  mkdirSync(join(root, 'run'));
  mkdirSync(join(root, 'var/run'), { recursive: true });
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function find(env: Record<string, string> = {}, named: readonly string[] = []) {
  const search = findEndpoints({
    named,
    env: { HOME: join(root, 'home'), ...env },
    varRun: join(root, 'var/run'),
    run: join(root, 'run'),
  });
  return {
    candidates: search.candidates.map(({ from, url }) => [from, url.replace(root, '')]),
    refused: search.refused.map(({ from, reason }) => [from, reason.replace(root, '')]),
  };
}

function config(text: string, folder = join(root, 'home/.docker')): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'config.json'), text);
}

function context(name: string, meta: string, folder = join(root, 'home/.docker')): string {
  const digest = createHash('sha256').update(name).digest('hex');
  mkdirSync(join(folder, 'contexts/meta', digest), { recursive: true });
  writeFileSync(join(folder, 'contexts/meta', digest, 'meta.json'), meta);
  return join(folder, 'contexts/tls', digest, 'docker');
}

const meta = (host: string) => JSON.stringify({ Name: 'x', Endpoints: { docker: { Host: host } } });

const FALLBACKS = [
  ['default', 'unix:///var/run/docker.sock'],
  ['podman', 'unix:///run/podman/podman.sock'],
];

describe('whether one is named, so that nothing is looked for besides', () => {
  const isNamed = (env: Record<string, string> = {}, named: readonly string[] = []) =>
    findEndpoints({ named, env: { HOME: join(root, 'home'), ...env } }).isNamed;

  test.each<[string, Record<string, string>, string[], boolean]>([
    ['nothing says so', {}, [], false],
    ['an option', {}, ['unix:///x.sock'], true],
    ['an option that cannot be', {}, ['gopher://x'], true],
    ['DOCKER_HOST', { DOCKER_HOST: 'unix:///x.sock' }, [], true],
    ['DOCKER_HOST that cannot be', { DOCKER_HOST: 'gopher://x' }, [], true],
    ['a context that is not there', { DOCKER_CONTEXT: 'gone' }, [], true],
    ['the default by its name', { DOCKER_CONTEXT: 'default' }, [], false],
  ])('%s', (_, env, named, expected) => {
    expect(isNamed(env, named)).toBe(expected);
  });

  test.each<[string, string, boolean]>([
    ['no config.json that is one', '{', false],
    ['one with something else in the field', '{"currentContext":7}', false],
    ['one that names none', '{}', false],
    ['one that names the default', '{"currentContext":"default"}', false],
    ['one that names a context', '{"currentContext":"far"}', true],
  ])('%s', (_, text, expected) => {
    config(text);
    expect(isNamed()).toBe(expected);
  });

  test('one that may not be read', () => {
    mkdirSync(join(root, 'home/.docker/config.json'));
    expect(isNamed()).toBe(false);
  });
});

describe('the order of the docker command', () => {
  test('nothing said: the default, then podman', () => {
    expect(find()).toEqual({ candidates: FALLBACKS, refused: [] });
  });

  test('with a folder for the session: rootless engines between them', () => {
    expect(find({ XDG_RUNTIME_DIR: '/run/user/1' }).candidates).toEqual([
      FALLBACKS[0],
      ['rootless docker', 'unix:///run/user/1/docker.sock'],
      ['rootless podman', 'unix:///run/user/1/podman/podman.sock'],
      FALLBACKS[1],
    ]);
  });

  test('those of other people’s sessions, where there is one: after all others, by their numbers', () => {
    for (const path of ['1001/podman/podman.sock', '999/docker.sock', '1/podman/podman.sock']) {
      mkdirSync(join(root, 'run/user', path, '..'), { recursive: true });
      writeFileSync(join(root, 'run/user', path), '');
    }
    mkdirSync(join(root, 'run/user/1002'), { recursive: true });
    expect(find({ XDG_RUNTIME_DIR: join(root, 'run/user/1') }).candidates).toEqual([
      FALLBACKS[0],
      ['rootless docker', 'unix:///run/user/1/docker.sock'],
      ['rootless podman', 'unix:///run/user/1/podman/podman.sock'],
      FALLBACKS[1],
      ['rootless docker', 'unix:///run/user/999/docker.sock'],
      ['rootless podman', 'unix:///run/user/1001/podman/podman.sock'],
    ]);
  });

  test('each binds before the next', () => {
    context('work', meta('unix:///context'));
    context('play', meta('unix:///current'));
    config('{"currentContext":"play"}');
    const env = { DOCKER_HOST: 'unix:///host', DOCKER_CONTEXT: 'work' };
    expect(find(env, ['unix:///option']).candidates).toEqual([['option', 'unix:///option']]);
    expect(find(env).candidates).toEqual([['DOCKER_HOST', 'unix:///host']]);
    expect(find({ DOCKER_CONTEXT: 'work' }).candidates).toEqual([
      ['DOCKER_CONTEXT', 'unix:///context'],
    ]);
    expect(find().candidates).toEqual([['currentContext', 'unix:///current']]);
  });

  test('empty variables say nothing', () => {
    expect(find({ DOCKER_HOST: '', DOCKER_CONTEXT: '', DOCKER_CONFIG: '' })).toEqual({
      candidates: FALLBACKS,
      refused: [],
    });
  });

  test('the context named default is none', () => {
    config('{"currentContext":"default"}');
    expect(find().candidates).toEqual(FALLBACKS);
    expect(find({ DOCKER_CONTEXT: 'default' }).candidates).toEqual(FALLBACKS);
  });

  test('DOCKER_CONFIG names another folder', () => {
    const folder = join(root, 'elsewhere');
    context('play', meta('unix:///current'), folder);
    config('{"currentContext":"play"}', folder);
    expect(find({ DOCKER_CONFIG: folder }).candidates).toEqual([
      ['currentContext', 'unix:///current'],
    ]);
  });
});

describe('what cannot be used is said', () => {
  test('a context that is not there: nothing else is tried', () => {
    expect(find({ DOCKER_CONTEXT: 'gone' })).toEqual({
      candidates: [],
      refused: [['DOCKER_CONTEXT', 'no context named "gone"']],
    });
  });

  test('a context with keys for TLS', () => {
    mkdirSync(context('safe', meta('tcp://far:2376')), { recursive: true });
    expect(find({ DOCKER_CONTEXT: 'safe' }).refused).toEqual([
      ['DOCKER_CONTEXT', 'TLS is not supported'],
    ]);
  });

  test('a context file of another shape', () => {
    context('odd', '{"Endpoints":{"docker":{"Host":5}}}');
    expect(find({ DOCKER_CONTEXT: 'odd' }).refused[0]?.[1]).toMatch(/not as the docker command/);
  });

  test.each([
    ['{', 'not JSON'],
    ['[]', 'not as the docker command writes it'],
  ])('a config.json of %s: said, and the default is tried', (text, reason) => {
    config(text);
    expect(find()).toEqual({
      candidates: FALLBACKS,
      refused: [['currentContext', `/home/.docker/config.json: ${reason}`]],
    });
  });

  test('TLS asked for by a variable', () => {
    const env = { DOCKER_HOST: 'tcp://127.0.0.1:4243', DOCKER_TLS_VERIFY: '1' };
    expect(find(env).refused).toEqual([
      ['DOCKER_HOST', 'TLS is not supported (DOCKER_TLS_VERIFY)'],
    ]);
  });
});

test('where /var/run is a link to /run, the socket is shown under the latter', () => {
  rmSync(join(root, 'var/run'), { recursive: true });
  symlinkSync('../run', join(root, 'var/run'));
  expect(find().candidates[0]).toEqual(['default', 'unix:///run/docker.sock']);
});

test.each<[string, string | null]>([
  ['unix:///run/docker.sock', 'unix:///run/docker.sock'],
  ['unix://', 'unix:///default.sock'],
  ['/run/docker.sock', 'unix:///run/docker.sock'],
  ['tcp://127.0.0.1:4243', 'tcp://127.0.0.1:4243'],
  ['tcp://127.0.0.1', 'tcp://127.0.0.1:2375'],
  ['tcp://127.0.0.1:80', 'tcp://127.0.0.1:80'],
  ['tcp://127.0.0.1:080', 'tcp://127.0.0.1:80'],
  ['http://far:80/', 'tcp://far:80'],
  ['http://[::1]:80/', 'tcp://[::1]:80'],
  ['tcp://[::80]', 'tcp://[::80]:2375'],
  ['tcp://far:443', 'tcp://far:443'],
  ['http://localhost:4243/', 'tcp://localhost:4243'],
  ['localhost:4243', 'tcp://localhost:4243'],
  ['tcp://[::1]:4243', 'tcp://[::1]:4243'],
  ['unix://relative.sock', null],
  ['ssh://root@far', null],
  ['npipe:////./pipe/docker_engine', null],
  ['fd://', null],
  ['https://far', null],
  ['tcp://far:2376', null],
  ['tcp://user@far:4243', null],
  ['tcp://:secret@far:4243', null],
  ['tcp://far:4243/path', null],
  ['tcp://far:99999', null],
  ['tcp://far:0', null],
  [':::garbage', null],
  ['', null],
])('%s → %s', (value, expected) => {
  const address = parseDockerHost(value, '/default.sock');
  expect('error' in address ? null : addressUrl(address)).toBe(expected);
});
