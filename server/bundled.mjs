/**
 * Which packages are in what was bundled: each bundler writes down a list of its own, of which
 * `server/notice.mjs` makes the notice that they ask for. Runs on Node alone.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LISTS = ['.next/packages.json', 'dist/packages.json', 'dist/taken/packages.json'];

/** What no bundler tells of: rules that the style sheets begin with. */
const BESIDES = 'node_modules/tailwindcss';

/**
 * @param {string} file from the project's folder, or absolute
 * @returns {string[]} the folder of the package that it is of, e.g. `node_modules/zod`; none where it is our own
 */
function packageOf(file) {
  const [, folder] = /(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
  return folder === undefined ? [] : [folder];
}

/**
 * Writes down of which packages something was made.
 * @param {string} root of the project
 * @param {'.next/packages.json' | 'dist/packages.json' | 'dist/taken/packages.json'} list
 * @param {readonly string[]} files all that went into it
 */
export function notePackages(root, list, files) {
  mkdirSync(dirname(join(root, list)), { recursive: true });
  const packages = [...new Set(files.flatMap(packageOf))].sort();
  writeFileSync(join(root, list), JSON.stringify(packages));
}

/**
 * @param {string} root of the project
 * @returns {string[]} folders of the packages that are in the page or in the server, e.g. `node_modules/zod`
 */
export function bundledPackages(root) {
  const all = LISTS.flatMap((list) => {
    /** @type {string[]} */
    const packages = JSON.parse(readFileSync(join(root, list), 'utf8'));
    return packages;
  });
  return [...new Set([...all, BESIDES])].sort();
}
