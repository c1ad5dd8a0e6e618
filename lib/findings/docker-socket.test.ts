import { describe, expect, it } from 'vitest';
import type { Config } from '../config/config';
import { readConfig } from '../config/read-config';
import { messagesFor } from '../i18n/messages';
import { courseMachine } from '../select/course-machine';
import { About } from './about';
import { c1, NOT_READ } from './fixtures/one';
import { RULES } from './rules';

/* Whose socket a container has, and by which path. */

const [engine] = courseMachine.engines;
if (engine === undefined) throw new Error('there is one');
const ROOTLESS = 'unix:///srv/docker/rootless.sock';
const snapshot = {
  ...courseMachine,
  engines: [engine, { ...engine, id: 'second', endpoint: ROOTLESS }],
  host: {
    ...courseMachine.host,
    notices: [{ code: 'rootless', params: { endpoint: ROOTLESS }, text: '' }],
  },
};

const BIND = { Type: 'bind', Destination: '/x', RW: false };

function dockerSocket(...sources: string[]) {
  return checked(started(sources.map((Source) => ({ ...BIND, Source }))));
}

function started(Mounts: object[]): Config {
  const config = readConfig({ HostConfig: {}, Mounts });
  if (config === null) throw new Error('it is an object');
  return config;
}

function checked(config: Config) {
  return RULES['docker-socket'].check(
    new About(snapshot, c1, { config, privileges: NOT_READ, use: NOT_READ }),
  );
}

describe('an engine is given', () => {
  it.each<[what: string, source: string, rootless: boolean]>([
    ['by its socket', '/run/docker.sock', false],
    ['by the folder with it', '/var/run', false],
    ['with all of the host', '/', false],
    ['that says that it is rootless', '/srv/docker/rootless.sock', true],
    ['that says so, by the folder', '/srv/docker', true],
    ['by a name that engines have', '/opt/podman.sock', false],
    ['by such a name in a user’s own folder', '/run/user/1000/podman/podman.sock', true],
    ['by such a name in root’s own folder', '/run/user/0/podman/podman.sock', false],
  ])('%s', (_what, source, rootless) => {
    expect(dockerSocket(source)).toMatchObject({ of: [`${source} -> /x (ro)`], rootless });
  });

  it('with root’s rights where one of several has them', () => {
    expect(dockerSocket('/srv/docker', '/run/docker.sock')?.rootless).toBe(false);
  });

  it('by a volume that is made of its folder, and says how that is seen', () => {
    const source = '/var/lib/docker/volumes/run/_data';
    const config = started([{ ...BIND, Type: 'volume', Name: 'run', Source: source }]);
    expect(checked(config)).toBeNull();
    const bound = { ...config, mounts: config.mounts.map((each) => ({ ...each, bound: '/run' })) };
    expect(checked(bound)).toMatchObject({
      of: ['/run -> /x (ro)'],
      evidence: [
        { value: `${source} /x false` },
        { command: expect.stringMatching(/ volume inspect .* run$/) as string, value: '/run' },
      ],
      change: [{ how: 'without', text: '-v run:/x:ro' }],
    });
  });

  it.each(['/etc', '/srv/dock', '/home/me'])('none by %s', (source) => {
    expect(dockerSocket(source)).toBeNull();
  });
});

it('says "as root" where that is so alone', () => {
  for (const [language, root] of [
    ['en', 'as root'],
    ['zh-CN', 'root 身份'],
  ] as const) {
    const { says } = messagesFor(language).findings;
    expect(says['docker-socket']('c1', [])).toContain(root);
    expect(says['docker-socket']('c1', [], true)).not.toContain('root');
  }
});
