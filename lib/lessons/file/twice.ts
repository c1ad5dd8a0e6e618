import type { Found } from './found';
import type { Path } from './source';

/** Those that are there already. @param names null where one has none @param pathOf where the n-th stands */
export function twice(names: readonly (string | null)[], pathOf: (nth: number) => Path): Found[] {
  return names.flatMap((given, nth): Found[] => {
    const first = names.indexOf(given);
    if (given === null || first === nth) return [];
    return [{ path: pathOf(nth), mistake: { code: 'twice', given, first: first + 1 } }];
  });
}
