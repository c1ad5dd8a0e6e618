/**
 * `npm start`: on a fresh clone too. Installs the packages and builds what is missing or older than
 * its sources, then serves. Runs on Node alone, for at its start nothing else is there.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './packages.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(ROOT, 'dist/built-from');
const SOURCES = ['app', 'components', 'lib', 'server', 'public', 'package-lock.json'];
const CONFIGS = ['next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package.json'];

/** @returns {string} a digest of every file that the build is made from */
function digestOfSources() {
  const hash = createHash('sha256');
  /** @param {string} path */
  const add = (path) => {
    const full = join(ROOT, path);
    if (!existsSync(full)) return;
    hash.update(path).update('\0').update(readFileSync(full));
  };
  for (const source of SOURCES) {
    if (source.includes('.')) {
      add(source);
    } else if (existsSync(join(ROOT, source))) {
      const files = readdirSync(join(ROOT, source), { recursive: true, withFileTypes: true });
      const paths = files
        .filter((file) => file.isFile())
        .map((file) => join(file.parentPath, file.name).slice(ROOT.length));
      for (const path of paths.sort()) add(path);
    }
  }
  for (const config of CONFIGS) add(config);
  return hash.digest('hex');
}

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
  await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
}
const digest = digestOfSources();
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== digest) {
  process.stderr.write('nsview: building; this takes about half a minute, once\n');
  await run('npm', ['run', '--silent', 'build']);
  writeFileSync(STAMP, digest);
}
// The address is a variable for the type checker: what it names is not there before the build.
const built = new URL('../dist/main.js', import.meta.url).href;
await import(built);
