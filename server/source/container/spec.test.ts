import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ENTERING_PROFILE } from './seccomp';
import { asNobody, containerBody, EMPTY_IMAGE, runCommands, type ReaderSpec } from './spec';

const SPEC: ReaderSpec = {
  name: 'nsview-reader-00',
  image: EMPTY_IMAGE,
  command: ['/usr/bin/node', '/nsview/reader/stdio.js'],
  mounts: [
    { source: '/usr', target: '/usr' },
    { source: "/home/it's mine/dist", target: '/nsview/reader' },
  ],
  owner: 'boot/pid:[1]/2/3',
  enters: false,
};
const ENTERING: ReaderSpec = { ...SPEC, enters: true };

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

  it('gives the right to enter only to one that is to enter, and to that one a list of calls as well', () => {
    const lesser = containerBody(SPEC).HostConfig;
    const { CapAdd, SecurityOpt, ...rest } = containerBody(ENTERING).HostConfig;
    expect(JSON.stringify(lesser)).not.toMatch(/SYS_ADMIN|seccomp/);
    expect([...CapAdd].sort()).toEqual([...lesser.CapAdd, 'SYS_ADMIN'].sort());
    expect(SecurityOpt).toEqual([
      ...lesser.SecurityOpt,
      'no-new-privileges',
      `seccomp=${JSON.stringify(ENTERING_PROFILE)}`,
    ]);
    // In all else it is the same.
    expect({ ...rest, CapAdd: lesser.CapAdd, SecurityOpt: lesser.SecurityOpt }).toEqual(lesser);
  });
});

describe('asNobody', () => {
  it.each([
    [false, '-all,+sys_ptrace,+dac_read_search'],
    [true, '-all,+sys_ptrace,+dac_read_search,+sys_admin'],
  ])('keeps what it needs in every set, entering: %s', (enters, kept) => {
    const sets = asNobody(['node'], enters).filter((word) => word.includes('all'));
    expect(sets).toEqual([
      `--inh-caps=${kept}`,
      `--ambient-caps=${kept}`,
      `--bounding-set=${kept}`,
    ]);
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

  it('of one that enters: writes its list of calls down first', () => {
    const [, profile = '', run = ''] = runCommands(ENTERING, ['docker']);
    const [, command, file] = /^(.*) > (\S+)$/s.exec(profile) ?? [];
    const written = execFileSync('sh', ['-c', command ?? ''], { encoding: 'utf8' });
    expect(JSON.parse(written)).toEqual(ENTERING_PROFILE);
    expect(words(run)).toEqual(
      expect.arrayContaining(['--cap-add=SYS_ADMIN', `--security-opt=seccomp=${file}`]),
    );
  });

  it('needs no image made where one with node is there', () => {
    expect(runCommands({ ...SPEC, image: 'node:22-slim' }, ['docker'])).toHaveLength(1);
  });
});
