#!/usr/bin/env node
/**
 * `npm start` and the command `nsview`: on a fresh clone too. Installs the packages and builds what
 * is missing or older than its sources, then does what the arguments say. Runs on Node alone, for at
 * its start nothing else is there. Standard output is left to what was asked for.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isBuilt } from './built-from.mjs';
import { isInstalled } from './packages.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/**
 * Runs a program with its output shown; a signal that ends nsview ends it too.
 *
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function run(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ['ignore', process.stderr, 'inherit'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
      detached: true,
    });
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
      process.exit(130);
    };
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    const failed = () => {
      process.stderr.write(`nsview: "${program} ${args.join(' ')}" failed; see above\n`);
      process.exit(1);
    };
    child.once('error', failed);
    child.once('exit', (code) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      if (code === 0) resolve();
      else failed();
    });
  });
}

if (!isInstalled(ROOT)) {
  process.stderr.write('nsview: installing its packages; this takes about a minute, once\n');
  // Not `npm ci`: it refuses a lock file without the optional packages of other systems.
  await run('npm', ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund']);
}
if (!isBuilt(ROOT)) {
  process.stderr.write('nsview: building; this takes about a minute, once\n');
  await run('npm', ['run', '--silent', 'build']);
}
// The address is a variable for the type checker: what it names is not there before the build.
const built = new URL('../dist/main.js', import.meta.url).href;
await import(built);
