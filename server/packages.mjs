/** Are the packages of package-lock.json there? Runs on Node alone, before any is. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ version?: string, optional?: boolean, peer?: boolean }} Locked
 * @param {string} file of npm's lock format, version 3
 * @returns {Map<string, Locked>} by path, e.g. `node_modules/zod`
 */
function lockedIn(file) {
  /** @type {{ packages: Record<string, Locked> }} */
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(Object.entries(packages).filter(([path]) => path !== ''));
}

/**
 * Does node_modules hold all that the lock file says? npm writes down what it installed in
 * node_modules/.package-lock.json; optional packages for other machines are not in there. What is
 * there besides is no reason to install: some packages bring optional ones that no lock file has.
 *
 * @param {string} root of the project
 */
export function isInstalled(root) {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = lockedIn(installedFile);
  return [...lockedIn(join(root, 'package-lock.json'))].every(
    ([path, { version, optional }]) =>
      (installed.get(path)?.version ?? (optional === true ? version : undefined)) === version,
  );
}
