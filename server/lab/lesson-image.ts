import {
  copyFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { programPath } from './docker';
import { FOR_ALL, LABEL } from '@lib/lab/label';
import { Refusal } from './refusal';
import { runProgram } from './running';
import { demandFreeName } from './things';
import type { Surroundings } from './surroundings';

/** The image that stands in where no other is to be had, made of programs of this machine. */
export const LESSON_IMAGE = 'nsview-lesson:latest';

/** busybox lists all processes whatever it is told, but for options of others it has only a complaint. */
const PS = `#!/bin/sh
exec /bin/busybox ps -o user,pid,stat,args
`;

/** Where there is no busybox: what the steps of the course need, as far as this machine has it. */
const TOOLS = [
  ...['sh', 'sleep', 'ps', 'ls', 'cat', 'touch', 'rm', 'kill', 'head', 'tail', 'uname', 'hostname'],
  ...['free', 'nproc', 'ip', 'ping', 'awk', 'grep'],
];

const FOLDERS = ['bin', 'dev', 'etc', 'proc', 'root', 'sys', 'tmp', 'var'];

/** Makes LESSON_IMAGE, anew where it is there. @throws Refusal */
export async function makeLessonImage(doing: Surroundings): Promise<void> {
  const { docker, step, signal } = doing;
  await demandFreeName(docker, LESSON_IMAGE, signal);
  const folder = mkdtempSync(join(tmpdir(), 'nsview-image-'));
  try {
    const root = join(folder, 'root');
    for (const name of FOLDERS) mkdirSync(join(root, name), { recursive: true });
    chmodSync(join(root, 'tmp'), 0o1777);
    writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\n');
    writeFileSync(join(root, 'etc/group'), 'root:x:0:\n');
    const has = await putBusybox(root, doing);
    for (const name of new Set([...(has.length === 0 ? TOOLS : []), ...step.programs])) {
      const path = programPath(name, docker.environment);
      if (!has.includes(name) && path !== null) await putProgram(root, path, doing);
    }
    const packed = join(folder, 'image.tar');
    await run(['tar', '-cf', packed, '--owner=0', '--group=0', '-C', root, '.'], doing);
    const change = `LABEL ${LABEL}=${FOR_ALL}`;
    await docker.demand(['import', '--change', change, packed, LESSON_IMAGE], signal);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns the names of all that it can be called by; none where this machine has no busybox */
async function putBusybox(root: string, doing: Surroundings): Promise<string[]> {
  const path = programPath('busybox', doing.docker.environment);
  if (path === null) return [];
  await putProgram(root, path, doing);
  const names = await run([path, '--list'], doing);
  for (const name of names) {
    if (name !== 'busybox' && name !== 'ps') symlinkSync('busybox', join(root, 'bin', name));
  }
  writeFileSync(join(root, 'bin/ps'), PS, { mode: 0o755 });
  return [...names, 'ps'];
}

/** Puts a program there, and the libraries that it is linked with at the paths where it looks for them. */
async function putProgram(root: string, path: string, doing: Surroundings): Promise<void> {
  put(path, join(root, 'bin', basename(path)));
  // Of a program that needs none, ldd says so and fails.
  const linked = await run(['ldd', path], doing).catch(() => []);
  for (const line of linked) {
    const library = /(?:=> |^\s*)(\/\S+) \(0x/.exec(line)?.[1];
    if (library !== undefined) put(library, join(root, library));
  }
}

function put(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** @throws Refusal where it fails */
async function run(argv: readonly [string, ...string[]], { docker, signal }: Surroundings) {
  const said: Record<'stdout' | 'stderr', string[]> = { stdout: [], stderr: [] };
  const { environment } = docker;
  const exit = await runProgram(
    { argv, environment },
    (stream, line) => said[stream].push(line),
    signal,
  );
  if (exit !== 0)
    throw new Refusal({ code: 'failed', why: `${argv[0]}: ${said.stderr.join(' ')}` });
  return said.stdout;
}
