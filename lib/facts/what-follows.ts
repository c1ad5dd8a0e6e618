import type { Messages } from '../i18n/messages';
import type { NamespaceType } from '../model/namespace-type';

/** So many are named; the others are counted. */
const NAMED = 3;

/**
 * What it means to be in one namespace, for the first of `names` towards all others, in a sentence.
 * @returns null where there is no other
 */
export function whatFollows(
  type: NamespaceType,
  [first, ...others]: readonly string[],
  { comparison, model, summary }: Messages,
): string | null {
  if (first === undefined || others.length === 0) return null;
  const more = others.length - NAMED;
  const named = more > 1 ? [...others.slice(0, NAMED), summary.more(more)] : others;
  return comparison.follows.same[type](first, model.list(named));
}
