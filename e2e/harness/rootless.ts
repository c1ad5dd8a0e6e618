import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demand, mustRun, type Outcome, run } from './command';
import { ensureRemapUser, REMAP_USER } from './remap-user';
import { until } from './until';

const READY_WITHIN = 30_000;

/** A Docker daemon without root's rights, in user, mount and network namespaces of its own. */
export interface RootlessDockerd {
  endpoint: string;
  cli: (...args: string[]) => Promise<Outcome>;
  close: () => Promise<void>;
}

/**
 * Start a rootless daemon and wait until it answers. The caller closes it. It has no network but its
 * own loopback: containers are run with `--net none`.
 */
export async function startRootlessDockerd(): Promise<RootlessDockerd> {
  await ensureRemapUser();
  const folder = mkdtempSync(join(tmpdir(), 'nsv-'));
  chmodSync(folder, 0o755);
  await mustRun('chown', [REMAP_USER, folder]);
  const endpoint = `unix://${folder}/d.sock`;
  const dockerd = [
    ...['dockerd', '--rootless', '-H', endpoint, '--pidfile', `${folder}/d.pid`],
    ...['--data-root', `${folder}/data`, '--exec-root', `${folder}/exec`],
    ...['--bridge', 'none', '--iptables=false', '--ip6tables=false', '--storage-driver', 'vfs'],
  ];
  // As dockerd-rootless.sh does it, but for the network: that would need a program more.
  const script =
    'rm -f /run/docker /run/containerd /run/xtables.lock; ip link set lo up; exec "$@"';
  const rootlesskit = [
    ...['rootlesskit', '--net=host', '--copy-up=/etc', '--copy-up=/run'],
    ...[`--state-dir=${folder}/rootlesskit`, 'unshare', '--net', 'sh', '-c', script, 'sh'],
  ];
  const identity = [`--reuid=${REMAP_USER}`, `--regid=${REMAP_USER}`, '--clear-groups'];
  const log = openSync(join(folder, 'log'), 'a');
  const daemon = spawn(
    'setpriv',
    [...identity, '--pdeathsig', 'TERM', ...rootlesskit, ...dockerd],
    {
      stdio: ['ignore', log, log],
      env: { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder },
    },
  );
  const ended = once(daemon, 'exit');
  const cli = (...args: string[]) => run('docker', ['-H', endpoint, ...args]);
  const close = async (): Promise<void> => {
    if (daemon.exitCode === null) {
      const ids = (await cli('ps', '-aq')).stdout.split('\n').filter(Boolean);
      if (ids.length > 0) demand(await cli('rm', '-f', '-v', ...ids), 'docker rm');
      daemon.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true });
  };
  try {
    await until(
      'the rootless daemon answers',
      async () => {
        if (daemon.exitCode !== null) {
          throw new Error(`it ended:\n${readFileSync(join(folder, 'log'), 'utf8')}`);
        }
        return (await cli('version')).code === 0;
      },
      READY_WITHIN,
    );
  } catch (error) {
    await close();
    throw error;
  }
  return { endpoint, cli, close };
}
