import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { until } from '../e2e/harness/until';

const STARTED_WITHIN = 60_000;

/** Groups of the usual load: 2,000 processes. */
export const GROUPS = 40;
export const PROCESSES_PER_GROUP = 50;
/** All in a group sleep; the shell that started them waits for them. */
export const GROUP_SCRIPT = `for i in $(seq ${PROCESSES_PER_GROUP - 2}); do sleep 100000 & done; wait`;

/**
 * Does the work beside idle processes: 50 in each group, which has four namespaces of its own (mnt,
 * pid, net, ipc). Needs root. Every group ends with the PID 1 of its namespace.
 */
export async function withLoad<T>(groups: number, work: () => Promise<T>): Promise<T> {
  const group = ['unshare', '-mpni', '--fork', '--kill-child', 'sh', '-c', GROUP_SCRIPT];
  // They end with us, however that comes about.
  const started = Array.from({ length: groups }, () =>
    spawn('setpriv', ['--pdeathsig', 'KILL', ...group], { stdio: 'ignore' }),
  );
  try {
    await until(
      `the load of ${groups * PROCESSES_PER_GROUP} processes runs`,
      () => processCount(started) >= groups * PROCESSES_PER_GROUP,
      STARTED_WITHIN,
    );
    return await work();
  } finally {
    await Promise.all(started.map(ended));
  }
}

/** The unshare processes, their shells, and the shells' children. */
function processCount(groups: readonly ChildProcess[]): number {
  return groups.reduce((sum, { pid }) => {
    const [shell] = pid === undefined ? [] : childrenOf(pid);
    return sum + (shell === undefined ? 0 : 2 + childrenOf(shell).length);
  }, 0);
}

/** /proc/PID/task/TID/children, proc_pid_task(5). */
export function childrenOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return text.split(' ').filter(Boolean).map(Number);
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
