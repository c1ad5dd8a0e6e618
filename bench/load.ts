import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const GROUPS = 40;
const PROCESSES_PER_GROUP = 50;

/**
 * 2,000 processes in 160 namespaces (mnt, pid, net, ipc: four for each of 40 groups), all asleep.
 * Needs root. Every group ends with the PID 1 of its namespace.
 *
 * @returns how to end them
 */
export async function startLoad(): Promise<() => Promise<void>> {
  const script = `for i in $(seq ${PROCESSES_PER_GROUP - 2}); do sleep 100000 & done; wait`;
  const groups = Array.from({ length: GROUPS }, () =>
    spawn('unshare', ['-mpni', '--fork', '--kill-child', 'sh', '-c', script], { stdio: 'ignore' }),
  );
  const wanted = GROUPS * PROCESSES_PER_GROUP;
  const end = async () => {
    await Promise.all(groups.map(ended));
  };
  for (let waited = 0; processCount(groups) < wanted; waited += 1) {
    if (waited > 300) {
      await end();
      throw new Error(`the load of ${wanted} processes did not start within 30 s`);
    }
    await delay(100);
  }
  return end;
}

/** The unshare processes, their shells, and the shells' children. */
function processCount(groups: readonly ChildProcess[]): number {
  return groups.reduce((sum, { pid }) => {
    const [shell] = pid === undefined ? [] : childrenOf(pid);
    return sum + (shell === undefined ? 0 : 2 + childrenOf(shell).length);
  }, 0);
}

/** /proc/PID/task/TID/children, proc_pid_task(5). */
function childrenOf(pid: number): number[] {
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
