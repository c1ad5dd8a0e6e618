/**
 * `npm run syscalls [ROOT]`: writes lib/privileges/syscall-table.ts from the kernel's headers as Debian's
 * linux-libc-dev (6.12 or later) has them, of all architectures in one package. ROOT is where that was
 * unpacked (`dpkg -x`); left out, where it is installed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** As Node calls an architecture, and as the kernel does. */
const ARCHITECTURES = { x64: 'x86', arm64: 'arm64' };
/** Characters of a line, with what is before it. */
const WIDTH = 100;

const root = process.argv[2] ?? '/';

/**
 * `#define __NR_read 0` → `0:read`, by number.
 * @param {string} folder
 */
function callsOf(folder) {
  const header = readFileSync(join(root, `usr/lib/linux/uapi/${folder}/asm/unistd_64.h`), 'utf8');
  const calls = Array.from(header.matchAll(/^#define __NR_(\w+) (\d+)$/gm), ([, name, number]) => ({
    number: Number(number),
    name,
  }));
  if (calls.length < 300) throw new Error(`${folder}: only ${String(calls.length)} calls`);
  return calls.sort((a, b) => a.number - b.number).map(({ number, name }) => `${number}:${name}`);
}

/** @param {string[]} words */
function lines(words) {
  const written = [''];
  for (const word of words) {
    const line = written.at(-1) ?? '';
    if (line.length + 1 + word.length > WIDTH) written.push(word);
    else written[written.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return written.join('\n');
}

/** LINUX_VERSION_CODE of linux/version.h: 0x070200 → 7.2. */
function version() {
  const header = readFileSync(join(root, 'usr/include/linux/version.h'), 'utf8');
  const code = Number(/LINUX_VERSION_CODE (\d+)/.exec(header)?.[1]);
  return `${code >> 16}.${(code >> 8) & 0xff}`;
}

const tables = Object.entries(ARCHITECTURES)
  .map(([name, folder]) => `  ${name}: \`\n${lines(callsOf(folder))}\n\`,`)
  .join('\n');
writeFileSync(
  new URL('../lib/privileges/syscall-table.ts', import.meta.url),
  `/* Made by \`npm run syscalls\` from the headers of Linux ${version()}. */

/** The system calls of each architecture, as Node calls it: number and name. */
export const SYSCALLS = {
${tables}
} as const;
`,
);
