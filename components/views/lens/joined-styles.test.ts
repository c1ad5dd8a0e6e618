import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { joinedStyles } from './joined-styles';

const ROOT = new URL('../../..', import.meta.url).pathname;
const read = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8');

/** The classes of each compound of selectors in a stylesheet: `.layer.shared` is `['layer', 'shared']`. */
function compoundsOf(sheet: string): string[][] {
  const css = read(`components/views/lens/${sheet}.module.css`).replaceAll(/\/\*.*?\*\//gs, '');
  const selectors = [...css.matchAll(/([^{}]+)\{/g)].flatMap(([, selector = '']) =>
    selector.split(/[\s,>~+()]+/),
  );
  return selectors
    .map((each) => [...each.matchAll(/\.([a-z]\w*)/gi)].flatMap(([, name]) => name ?? []))
    .filter(({ length }) => length > 0);
}

/** The names that a type of roles lists. */
function rolesOf(path: string): string[] {
  return [...read(`lib/scene/${path}.ts`).matchAll(/\| '(\w+)'/g)].flatMap(
    ([, name]) => name ?? [],
  );
}

const EVERY = { sheet: 'lens', roles: rolesOf('lens-role') };
const LENSES = [
  { sheet: 'lens-net', roles: rolesOf('lens-net/net-role') },
  { sheet: 'lens-mnt', roles: rolesOf('lens-mnt/mnt-role') },
  { sheet: 'lens-user', roles: rolesOf('lens-user/user-role') },
];
/** What the page gives to elements that are no marks. */
const OF_PAGE = ['canvas', 'link'];

describe('stylesheets of a picture as one', () => {
  it('have all classes of a name, in their order', () => {
    const lens = { value: 'a_value', mono: 'a_mono' };
    expect(joinedStyles(lens, { mono: 'b_mono', tag: 'b_tag' })).toEqual({
      value: 'a_value',
      mono: 'a_mono b_mono',
      tag: 'b_tag',
    });
  });

  it.each([EVERY, ...LENSES])('of $sheet style roles of that picture alone', ({ sheet, roles }) => {
    const own = new Set([...roles, ...EVERY.roles, ...OF_PAGE]);
    const compounds = compoundsOf(sheet);
    expect(compounds.length).toBeGreaterThan(20);
    // A state has no look by itself, only with the role that it is of; and no role is taken for a state.
    expect(compounds.filter(([first = '']) => !own.has(first))).toEqual([]);
    expect(compounds.filter(([, ...states]) => states.some((each) => own.has(each)))).toEqual([]);
  });
});
