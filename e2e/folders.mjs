/**
 * `npm run folders`: prints which folder imports which, and ends with an error where two import each
 * other. Layers are dependency-cruiser's part: .dependency-cruiser.cjs lists them.
 */
import { execFileSync } from 'node:child_process';

const ROOT = new URL('..', import.meta.url).pathname;
const CRUISER = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
const SOURCES = ['app', 'components', 'lib', 'server'];

/** @typedef {{ source: string, dependencies: { resolved: string }[] }} Module */

/**
 * @param {string} file
 * @returns {string | null} `lib/model` of `lib/model/ids.ts`; a file in no folder of its own stands
 *   for itself; null outside of the sources
 */
function folderOf(file) {
  const [top = '', second = ''] = file.split('/');
  return SOURCES.includes(top) ? `${top}/${second}` : null;
}

/** @param {readonly Module[]} modules @returns {Map<string, Map<string, string>>} with one import of each as its example */
function graphOf(modules) {
  /** @type {Map<string, Map<string, string>>} */
  const graph = new Map();
  for (const { source, dependencies } of modules) {
    const from = folderOf(source);
    if (from === null || /\.test\.tsx?$|\/fixtures\//.test(source)) continue;
    const imported = graph.get(from) ?? new Map();
    graph.set(from, imported);
    for (const { resolved } of dependencies) {
      const to = folderOf(resolved);
      if (to !== null && to !== from) imported.set(to, `${source} → ${resolved}`);
    }
  }
  return graph;
}

const output = execFileSync('node_modules/.bin/depcruise', [...CRUISER, ...SOURCES], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
});
/** @type {{ modules: Module[] }} */
const { modules } = JSON.parse(output);
const graph = graphOf(modules);
for (const [from, imported] of [...graph].sort()) {
  if (imported.size > 0) console.log(`${from} → ${[...imported.keys()].sort().join(', ')}`);
}
const pairs = [...graph].flatMap(([from, imported]) =>
  [...imported].flatMap(([to, there]) => {
    const back = graph.get(to)?.get(from);
    return back === undefined || from > to ? [] : [`${from} ↔ ${to}\n  ${there}\n  ${back}`];
  }),
);
for (const pair of pairs) console.error(pair);
console.log(`${graph.size} folders, ${pairs.length} pairs that import each other`);
process.exitCode = pairs.length === 0 ? 0 : 1;
