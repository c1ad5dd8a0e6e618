import { setTimeout as delay } from 'node:timers/promises';
import { spawn } from 'node:child_process';
import type { Call, Doing } from '../call';
import { FOLDER } from '../folders';
import { leaderOf } from '../leader';
import type { Shape } from '../shape';
import { LEADER } from '../shape';

/** What lessons read of the machine itself, word for word; nothing of it can be said in another way. */
const READS: readonly (readonly [string, ...string[]])[] = [
  ['ps', 'aux'],
  ['uname', '-r'],
  ['hostname'],
  ['cat', '/proc/loadavg'],
  ['cat', '/proc/net/dev'],
  ['cat', '/proc/sys/kernel/random/boot_id'],
  ['ls', '-l', '/proc/self/ns'],
  ['ls', '-liL', '/bin/sleep'],
  ['grep', '-c', 'hypervisor', '/proc/cpuinfo'],
];
const byLine = new Map(READS.map((argv) => [argv.join(' '), argv]));
const anyRead = [...byLine.keys()].map((line) => line.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
const READ = `(?:${anyRead.join('|')})`;

/** Milliseconds until a process that was started has come to what it waits in. */
const AT_REST = 1000;

function reading(does: Call['does'], more: Partial<Call> = {}): Call {
  return { rule: 'reads', does, ...more };
}

/** Runs one of them after the other; the last says how it went. */
async function inTurn(lines: readonly string[], { docker, run }: Doing): Promise<number | null> {
  let exit: number | null = 0;
  for (const line of lines) {
    const argv = byLine.get(line);
    if (argv !== undefined) exit = await run({ argv, environment: docker.environment });
  }
  return exit;
}

/** A process in the background, and the system call that it is in. */
async function callOfSleeper({ docker, run, signal }: Doing, seconds: string) {
  const { environment } = docker;
  const sleeper = spawn('sleep', [seconds], { stdio: 'ignore', env: environment });
  try {
    await delay(AT_REST, undefined, { signal });
    return await run({ argv: ['cat', `/proc/${String(sleeper.pid)}/syscall`], environment });
  } finally {
    sleeper.kill();
  }
}

const shows = (lines: string) =>
  lines.includes('ps aux') ? { showsArguments: true as const } : {};

export const HOST_READS: readonly Shape[] = [
  {
    pattern: new RegExp(`^${READ}(?:; ${READ})*$`),
    call: ([line = '']) => reading((doing) => inTurn(line.split('; '), doing), shows(line)),
  },
  {
    pattern: new RegExp(`^(${READ}) \\| grep ([a-z]+)$`),
    call: ([, line = '', wanted = '']) =>
      reading(async ({ docker, run }) => {
        let found = false;
        const [program, ...args] = byLine.get(line) ?? [''];
        const { environment } = docker;
        await run({ argv: [program, ...args], environment }, new Map(), (text) => {
          const isOne = text.includes(wanted);
          found ||= isOne;
          return isOne;
        });
        return found ? 0 : 1;
      }, shows(line)),
  },
  {
    pattern: new RegExp(`^ls -ln (${FOLDER})$`),
    call: ([, folder = '']) =>
      reading(({ docker, run }) =>
        run({ argv: ['ls', '-ln', folder], environment: docker.environment }),
      ),
  },
  {
    pattern: new RegExp(`^grep NSpid /proc/${LEADER}/status$`),
    call: ([, container = '']) =>
      reading(async (doing) => {
        const file = `/proc/${String(await leaderOf(doing, container))}/status`;
        const { environment } = doing.docker;
        return doing.run({ argv: ['grep', 'NSpid', file], environment });
      }),
  },
  {
    pattern: new RegExp(`^ps -o comm= -p \\$\\(ps -o ppid= -p ${LEADER}\\)$`),
    call: ([, container = '']) =>
      reading(async (doing) => {
        const { docker, run } = doing;
        const { environment } = docker;
        const leader = String(await leaderOf(doing, container));
        let parent = '';
        await run({ argv: ['ps', '-o', 'ppid=', '-p', leader], environment }, new Map(), (line) => {
          parent = line.trim();
          return false;
        });
        return run({ argv: ['ps', '-o', 'comm=', '-p', parent], environment });
      }),
  },
  {
    pattern: new RegExp(`^sudo cat /proc/${LEADER}/syscall$`),
    call: ([, container = '']) =>
      reading(
        async (doing) => {
          const file = `/proc/${String(await leaderOf(doing, container))}/syscall`;
          return doing.run({ argv: ['cat', file], environment: doing.docker.environment });
        },
        { needsRoot: true },
      ),
  },
  {
    pattern: /^sleep (\d{1,4}) & sleep 1; sudo cat \/proc\/\$!\/syscall$/,
    call: ([, seconds = '']) =>
      reading((doing) => callOfSleeper(doing, seconds), { needsRoot: true }),
  },
];
