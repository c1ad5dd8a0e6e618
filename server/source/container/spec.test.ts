import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { containerBody, EMPTY_IMAGE, runCommands, type ReaderSpec } from './spec';

const SPEC: ReaderSpec = {
  name: 'nsview-reader-00',
  image: EMPTY_IMAGE,
  command: ['/usr/bin/node', '/nsview/reader/stdio.js'],
  mounts: [
    { source: '/usr', target: '/usr' },
    { source: "/home/it's mine/dist", target: '/nsview/reader' },
  ],
  owner: 'boot/pid:[1]/2/3',
};

describe('containerBody', () => {
  it('gives it what reading takes, and nothing to write to', () => {
    const { HostConfig, Labels, StdinOnce } = containerBody(SPEC);
    expect(HostConfig).toMatchObject({
      CapDrop: ['ALL'],
      CapAdd: ['SYS_PTRACE', 'DAC_READ_SEARCH', 'SETUID', 'SETGID', 'SETPCAP'],
      NetworkMode: 'none',
      ReadonlyRootfs: true,
      AutoRemove: true,
    });
    expect(HostConfig.Mounts.every(({ ReadOnly }) => ReadOnly)).toBe(true);
    expect(HostConfig).not.toHaveProperty('Privileged');
    expect(Labels).toEqual({ 'nsview.role': 'reader', 'nsview.owner': SPEC.owner });
    expect(StdinOnce).toBe(true);
  });
});

describe('runCommands', () => {
  const words = (line: string): string[] =>
    execFileSync('bash', ['-c', `printf '%s\\n' ${line}`], { encoding: 'utf8' })
      .trim()
      .split('\n');

  it('tells the same as the API is told, as a shell reads it', () => {
    const [image, run = ''] = runCommands(SPEC, ['docker']);
    expect(image).toBe('tar -cf - -T /dev/null | docker import - nsview-reader:empty');
    const { HostConfig } = containerBody(SPEC);
    const said = words(run);
    expect(said.slice(0, 3)).toEqual(['docker', 'run', '--rm']);
    expect(said.slice(-2)).toEqual([EMPTY_IMAGE, '/nsview/reader/stdio.js']);
    expect(said).toEqual(
      expect.arrayContaining([
        '--entrypoint=/usr/bin/node',
        `--pid=${HostConfig.PidMode}`,
        `--userns=${HostConfig.UsernsMode}`,
        `--cgroupns=${HostConfig.CgroupnsMode}`,
        `--uts=${HostConfig.UTSMode}`,
        `--network=${HostConfig.NetworkMode}`,
        `--log-driver=${HostConfig.LogConfig.Type}`,
        '--read-only',
        ...HostConfig.CapDrop.map((name) => `--cap-drop=${name}`),
        ...HostConfig.CapAdd.map((name) => `--cap-add=${name}`),
        ...HostConfig.SecurityOpt.map((option) => `--security-opt=${option}`),
        ...HostConfig.Mounts.map(
          ({ Source, Target }) => `--mount=type=bind,readonly,source=${Source},target=${Target}`,
        ),
      ]),
    );
  });

  it('needs no image made where one with node is there', () => {
    expect(runCommands({ ...SPEC, image: 'node:22-slim' }, ['docker'])).toHaveLength(1);
  });
});
