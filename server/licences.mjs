/** Which licences packages have, and which of them may be given on. Pure. Runs on Node alone. */

/** By their SPDX names: what may be given on within a package under Apache-2.0. */
const AGREED_TO = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
  'Zlib',
];

/** What npm installs beside nsview, as its authors gave it out, may be under these as well: they ask nothing of others' files. */
const BESIDE_IT = ['MPL-2.0'];

/**
 * @param {string} licence in SPDX's words, as package.json has it
 * @param {{ beside?: boolean }} [where] is it installed beside nsview, and in none of its files?
 * @returns {boolean} may it be given on?
 */
export function isAgreedTo(licence, { beside = false } = {}) {
  const all = beside ? [...AGREED_TO, ...BESIDE_IT] : AGREED_TO;
  const parts = licence.replaceAll(/[()]/g, '').split(/ (?:OR|AND) /);
  const agreed = parts.filter((part) => all.includes(part));
  // Both in one is for a person to read.
  return / OR /.test(licence) && !/ AND /.test(licence)
    ? agreed.length > 0
    : agreed.length === parts.length;
}
