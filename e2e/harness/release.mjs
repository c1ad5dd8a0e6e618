/** What must be so before a version is given out, and what it is made of. Pure. Runs on Node alone. */

const VERSION = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

/**
 * @typedef {object} Standing
 * @property {string} version of package.json
 * @property {string} changelog the text of CHANGELOG.md
 * @property {readonly string[]} tags of the repository
 * @property {readonly string[]} changed files that are not committed
 */

/**
 * @param {Standing} standing
 * @returns {string[]} what is in the way, a sentence each
 */
export function inTheWay({ version, changelog, tags, changed }) {
  const heading = changelog.split('\n').find((line) => line.startsWith(`## ${version} `));
  return [
    ...changed.map((file) => `${file} is not committed: commit it, or take it away`),
    ...(VERSION.test(version) ? [] : [`${version} in package.json is no version: as 1.2.3`]),
    ...(tags.includes(`v${version}`)
      ? [`v${version} was given out already: raise the version in package.json`]
      : []),
    ...(heading === undefined
      ? [
          `CHANGELOG.md says nothing of ${version}: write "## ${version} — YYYY-MM-DD" and what is new`,
        ]
      : /— \d{4}-\d{2}-\d{2}$/.test(heading)
        ? []
        : [`"${heading}" in CHANGELOG.md has no day: write "## ${version} — YYYY-MM-DD"`]),
  ];
}

/**
 * @param {{ packages: Record<string, { version?: string, dev?: boolean }> }} lock what package-lock.json says
 * @returns {string[]} as `name@version`: what npm installs with nsview, on whichever machine
 */
export function installedBeside({ packages }) {
  const folder = 'node_modules/';
  return Object.entries(packages)
    .filter(([path, { dev }]) => path.includes(folder) && dev !== true)
    .map(([path, { version }]) => {
      return `${path.slice(path.lastIndexOf(folder) + folder.length)}@${version}`;
    });
}

/**
 * @typedef {{ 'bom-ref': string, [field: string]: unknown }} Component
 * @typedef {{ ref: string, dependsOn: string[] }} Dependency
 * @typedef {{ component: object, [field: string]: unknown }} About
 * @typedef {{ metadata: About, components: Component[], dependencies: Dependency[], [field: string]: unknown }} Bill
 */

/**
 * What npm tells of all that is installed, without what only builds and tests.
 *
 * @param {Bill} bill in CycloneDX's format
 * @param {ReadonlySet<string>} inside as `name@version`: what is in the package, or installed with it
 * @param {string} self nsview itself, as `name@version`
 * @returns {Bill}
 */
export function billOf(bill, inside, self) {
  const has = (/** @type {string} */ ref) => ref === self || inside.has(ref);
  return {
    ...bill,
    metadata: {
      ...bill.metadata,
      // npm calls it as the folder is called that it is in.
      component: { ...bill.metadata.component, name: self.slice(0, self.lastIndexOf('@')) },
    },
    components: bill.components
      .filter((component) => inside.has(component['bom-ref']))
      // They are part of what is given out, whatever they were to npm.
      .map((component) => ({ ...component, scope: 'required', properties: [] })),
    dependencies: bill.dependencies
      .filter(({ ref }) => has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(has) })),
  };
}
