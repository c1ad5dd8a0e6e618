/**
 * Is the build that is there made from the sources that are there? The last step of `npm run build`
 * runs this file, which notes what it was made from. Runs on Node alone.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const STAMP = 'dist/built-from';
const SOURCES = ['app', 'components', 'lib', 'server', 'public', 'package-lock.json'];
const CONFIGS = ['next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package.json'];

/**
 * @param {string} root of the project
 * @returns {string} a digest of every file that the build is made from
 */
function digestOfSources(root) {
  const hash = createHash('sha256');
  /** @param {string} path */
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    hash.update(path).update('\0').update(readFileSync(full));
  };
  for (const source of SOURCES) {
    if (source.includes('.')) {
      add(source);
    } else if (existsSync(join(root, source))) {
      const files = readdirSync(join(root, source), { recursive: true, withFileTypes: true });
      const paths = files
        .filter((file) => file.isFile())
        .map((file) => join(file.parentPath, file.name).slice(root.length));
      for (const path of paths.sort()) add(path);
    }
  }
  for (const config of CONFIGS) add(config);
  return hash.digest('hex');
}

/** @param {string} root of the project */
export function isBuilt(root) {
  const stamp = join(root, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOfSources(root);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  writeFileSync(join(root, STAMP), digestOfSources(root));
}
