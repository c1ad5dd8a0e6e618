/**
 * `npm run image -- FILE.tar.xz`: nsview as the file system of a container, for `docker import`: the node
 * that runs this, without what only debuggers read, its libraries, and the package. No image is pulled.
 * After `npm run build` and `npm run build:package`. Runs on Node alone, as root: it gives node the two
 * capabilities that an ordinary user needs to read what others' processes share.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What node is given: docs/docker.md says what for. */
const CAPABILITIES = 'cap_sys_ptrace,cap_dac_read_search+ep';

/** What the image is to be started as, which a file system does not say. */
const CHANGES = [
  'ENTRYPOINT ["/usr/bin/node", "/nsview/node_modules/nsview/dist/cli.js"]',
  'USER 65532:65532',
];

/** What this runs, and the Debian package that brings it. */
const PROGRAMS = [
  ['ldd', 'libc-bin'],
  ['strip', 'binutils'],
  ['setcap', 'libcap2-bin'],
  ['tar', 'tar'],
  ['xz', 'xz-utils'],
];

/** Of each package, what is there to be read by people, or for machines of other kinds. */
const NOT_NEEDED = /\/koffi\/(?:doc|vendor|CHANGELOG|README)|\.d\.(?:ts|mts)$|\.map$/;

/** @param {string} program @param {string[]} args */
function run(program, ...args) {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

/** @param {string} program @returns {string[]} the libraries that it is started with, where it looks for them */
function librariesOf(program) {
  return run('ldd', program)
    .split('\n')
    .flatMap((line) => /(?:=> )?(\/\S+) \(0x/.exec(line)?.[1] ?? []);
}

/** @param {string} from @param {string} root of the container's file system @param {string} to */
function put(from, root, to) {
  mkdirSync(dirname(join(root, to)), { recursive: true });
  copyFileSync(from, join(root, to));
}

/** @param {string} root of the container's file system @param {string} folder for what is packed first */
function fill(root, folder) {
  const node = '/usr/bin/node';
  put(process.execPath, root, node);
  run('strip', join(root, node));
  run('setcap', CAPABILITIES, join(root, node));
  for (const library of librariesOf(process.execPath)) put(library, root, library);

  run('npm', 'pack', '--silent', '--ignore-scripts', '--pack-destination', folder, ROOT);
  const alone = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  const packed = run('sh', '-c', 'ls "$1"/*.tgz', 'sh', folder).trim();
  run('npm', 'install', '--silent', '--prefix', folder, ...alone, packed);
  cpSync(join(folder, 'node_modules'), join(root, 'nsview/node_modules'), {
    recursive: true,
    filter: (path) => !NOT_NEEDED.test(path),
  });

  for (const empty of ['proc', 'run', 'tmp', 'sys', 'etc']) {
    mkdirSync(join(root, empty), { recursive: true });
  }
  // Where engines are looked for.
  mkdirSync(join(root, 'var'));
  symlinkSync('/run', join(root, 'var/run'));
  writeFileSync(join(root, 'etc/passwd'), 'nsview:x:65532:65532:nsview:/:/nonexistent\n');
}

/** @param {string} message @returns {never} */
function refuse(message) {
  console.error(`nsview: ${message}`);
  process.exit(2);
}

const [file] = process.argv.slice(2);
if (file === undefined) refuse('npm run image -- FILE.tar.xz: say where to put the image');
if (process.getuid?.() !== 0)
  refuse('npm run image: only root may give a file capabilities; use sudo');
for (const [program = '', brings] of PROGRAMS) {
  if (spawnSync(program, ['--version']).error !== undefined) {
    refuse(`npm run image: ${program} is not there; Debian has it in ${brings}`);
  }
}
if (!existsSync(join(ROOT, 'dist/page/index.html'))) {
  refuse('npm run image: there is no package yet: npm run build && npm run build:package');
}
const folder = mkdtempSync(join(tmpdir(), 'nsv-image-'));
try {
  const root = join(folder, 'root');
  mkdirSync(root);
  fill(root, folder);
  const owners = ['--owner=0', '--group=0', '--sort=name', '--numeric-owner'];
  const kept = ['--xattrs', '--xattrs-include=security.capability'];
  run('tar', '-C', root, ...owners, ...kept, '-I', 'xz -3 -T0', '-cf', resolve(file), '.');
  const changes = CHANGES.map((change) => ` --change '${change}'`);
  console.log(`docker import${changes.join('')} ${file} nsview`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
