/**
 * `npm run test:engines -- [ENGINE…]`: the unit tests and the browser tests where podman is the one engine there is, where
 * containerd is, and where none is, or where those are that are named. What others bring cannot be found meanwhile, as on
 * a machine without them. Tests the build that is there.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What each brings; Docker is there in no case. @type {Readonly<Record<string, RegExp>>} */
const PROGRAMS = {
  docker: /^docker(d|-proxy|-init)?$/,
  podman: /^podman/,
  containerd: /^(containerd|ctr$)/,
};
/** Not in /tmp nor in the checkout, which may be there: tests mount others over it, in namespaces of theirs. */
const LINKS = '/var/tmp/nsview-engines-';
const ENGINES = ['podman', 'containerd', 'none'];
const COMMANDS = [
  ['npm', 'run', 'test:unit'],
  ['npm', 'run', 'test:e2e'],
];

/**
 * Folders in which everything is that can be started but what other engines bring.
 * @param {string} engine @param {string} top where links may be made @returns {string} as PATH has them
 */
function pathWith(engine, top) {
  const others = Object.entries(PROGRAMS).flatMap(([name, its]) => (name === engine ? [] : its));
  const isOthers = (/** @type {string} */ name) => others.some((its) => its.test(name));
  const folders = (process.env.PATH ?? '').split(delimiter).filter((each) => existsSync(each));
  return folders
    .map((folder, nth) => {
      const names = readdirSync(folder);
      if (!names.some(isOthers)) return folder;
      const links = join(top, String(nth));
      mkdirSync(links);
      for (const name of names) {
        if (!isOthers(name)) symlinkSync(join(folder, name), join(links, name));
      }
      return links;
    })
    .join(delimiter);
}

/** @param {string} engine @returns {{ line: string, ok: boolean }} */
function play(engine) {
  console.log(`== ${engine}`);
  const top = mkdtempSync(LINKS);
  // Some tests run as a user of their own.
  chmodSync(top, 0o755);
  const env = { ...process.env, PATH: pathWith(engine, top), NSVIEW_TEST_ENGINE: engine };
  const failed = COMMANDS.filter(([program = '', ...args]) => {
    return spawnSync(program, args, { cwd: ROOT, env, stdio: 'inherit' }).status !== 0;
  });
  rmSync(top, { recursive: true });
  const said = failed.length === 0 ? 'passed' : `failed: ${failed.map((each) => each.join(' '))}`;
  return { line: `${engine}: ${said}`, ok: failed.length === 0 };
}

const asked = process.argv.slice(2);
const wrong = asked.find((engine) => !ENGINES.includes(engine));
if (wrong !== undefined) {
  console.error(`nsview: ${wrong} is nothing to test with: give some of ${ENGINES.join(', ')}`);
  process.exit(2);
}
const results = (asked.length > 0 ? asked : ENGINES).map(play);
console.log(results.map(({ line }) => line).join('\n'));
process.exit(results.every(({ ok }) => ok) ? 0 : 1);
