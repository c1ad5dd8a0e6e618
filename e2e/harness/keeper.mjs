/**
 * Cleans up after a private Docker daemon, or a containerd alone, whatever became of the process that started it.
 *
 * Started as `node keeper.mjs FOLDER NETNS` with a pipe on standard input. Nobody writes to the
 * pipe: it closes when its owner closes it or dies, even of SIGKILL, and then the keeper removes
 * the containers, ends the daemon and all that it left, and deletes its folder and network
 * namespace. This is also how a daemon is closed in the ordinary way, so the path is always used.
 * What could not be done is said on standard error, and the exit code is then 1.
 */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const DAEMONS = new Set(['dockerd', 'containerd', 'containerd-shim-runc-v2', 'runc']);
const CONTAINER_ID = /[0-9a-f]{64}/;
const CGROUP_ROOT = '/sys/fs/cgroup';

const [folder, netns] = process.argv.slice(2);
if (folder === undefined || netns === undefined) throw new Error('usage: keeper.mjs FOLDER NETNS');

/**
 * @param {string} command
 * @param {string[]} args
 * @param {number} timeout milliseconds
 * @returns {Promise<string>} its standard output
 */
function run(command, args, timeout = 10_000) {
  return new Promise((resolve, reject) => {
    execFile(command, args, { timeout, killSignal: 'SIGKILL' }, (error, stdout) => {
      if (error) reject(error);
      else resolve(stdout);
    });
  });
}

/** @param {string} path @returns {string} '' when it is gone */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && /ENOENT|ESRCH/.test(String(error.code))) {
      return '';
    }
    throw error;
  }
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function signal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function pids() {
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
}

/** The daemon's own processes: those of its programs that were told of our folder. */
function daemonProcesses() {
  return pids().flatMap((pid) => {
    const args = readIfThere(`/proc/${pid}/cmdline`).split('\0');
    const ours = args.some((arg) => arg.includes(`${folder}/`));
    return ours && DAEMONS.has(basename(args[0] ?? '')) ? [{ pid, args }] : [];
  });
}

/**
 * The ids of containers, of what shims say or have for children: one serves a whole pod, and says that of its first.
 *
 * @param {{ pid: number, args: string[] }[]} shims
 */
function containersOf(shims) {
  const parents = new Set(shims.map(({ pid }) => String(pid)));
  const children = pids().filter((pid) => {
    const [, ppid = ''] = /^PPid:\t(\d+)$/m.exec(readIfThere(`/proc/${pid}/status`)) ?? [];
    return parents.has(ppid);
  });
  const said = shims.flatMap(({ args }) => args.filter((arg) => CONTAINER_ID.test(arg)));
  const led = children.flatMap(
    (pid) => CONTAINER_ID.exec(readIfThere(`/proc/${pid}/cgroup`))?.[0] ?? [],
  );
  return new Set([...said, ...led]);
}

/** @param {Set<string>} containers the ids */
function containerProcesses(containers) {
  return pids().filter((pid) => {
    const id = CONTAINER_ID.exec(readIfThere(`/proc/${pid}/cgroup`))?.[0];
    return id !== undefined && containers.has(id);
  });
}

/** @param {() => boolean} done @param {number} within milliseconds */
async function until(done, within) {
  const deadline = performance.now() + within;
  while (!done()) {
    if (performance.now() > deadline) return false;
    await delay(20);
  }
  return true;
}

async function stopDaemon() {
  const daemon = daemonProcesses().find(({ args }) => basename(args[0] ?? '') === 'dockerd');
  if (daemon === undefined) return;
  signal(daemon.pid, 'SIGCONT');
  const docker = ['-H', `unix://${folder}/d.sock`];
  const ids = (await run('docker', [...docker, 'ps', '-aq'])).split('\n').filter(Boolean);
  if (ids.length > 0) await run('docker', [...docker, 'rm', '--force', '-v', ...ids], 60_000);
  signal(daemon.pid, 'SIGTERM');
  const ended = await until(() => daemonProcesses().length === 0, 20_000);
  if (!ended) throw new Error('the daemon did not end within 20 s of SIGTERM');
}

/** For a daemon that was killed, or would not end, and for containerd: shims name the containers left behind. */
async function endStragglers() {
  const stragglers = daemonProcesses();
  if (stragglers.length === 0) return;
  const containers = containersOf(stragglers);
  for (const { pid } of stragglers) signal(pid, 'SIGKILL');
  const ended = await until(() => {
    for (const pid of containerProcesses(containers)) signal(pid, 'SIGKILL');
    return daemonProcesses().length === 0 && containerProcesses(containers).length === 0;
  }, 10_000);
  if (!ended) throw new Error('some processes of the daemon or its containers live on');
  for (const controller of readdirSync(CGROUP_ROOT)) {
    for (const id of containers) {
      for (const parent of ['docker', 'k8s.io']) {
        const group = `${CGROUP_ROOT}/${controller}/${parent}/${id}`;
        if (readIfThere(`${group}/cgroup.procs`) === '' && readIfThere(`${group}/tasks`) === '') {
          removeIfThere(group);
        }
      }
    }
  }
}

/** @param {string} group a cgroup without processes */
function removeIfThere(group) {
  try {
    rmdirSync(group);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && /ENOENT|ENOTDIR/.test(String(error.code)))) {
      throw error;
    }
  }
}

async function unmount() {
  const points = readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .flatMap((line) => line.split(' ')[4] ?? [])
    .filter((point) => point.startsWith(`${folder}/`));
  for (const point of points.reverse()) await run('umount', ['--lazy', point]);
}

async function removeNetns() {
  const names = (await run('ip', ['netns', 'list'])).split('\n').map((line) => line.split(' ')[0]);
  if (netns !== undefined && names.includes(netns)) await run('ip', ['netns', 'delete', netns]);
}

async function cleanUp() {
  const steps = [
    stopDaemon,
    endStragglers,
    unmount,
    removeNetns,
    () => rm(String(folder), { recursive: true, force: true, maxRetries: 3 }),
  ];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      process.exitCode = 1;
      process.stderr.write(`clean-up of ${folder}: ${String(error)}\n`);
    }
  }
}

// The owner may be gone, and its end of standard error with it.
process.stderr.on('error', () => {});
for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(name, () => {});
// Whatever ends the pipe, its end or an error, the owner is no longer there.
const pipe = process.stdin;
pipe.resume();
await new Promise((resolve) => pipe.once('end', resolve).once('error', resolve));
await cleanUp();
