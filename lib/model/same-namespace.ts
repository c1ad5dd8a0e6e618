import type { Namespace } from './namespace';

/** Is it the very same, and not another that has its number now? */
export function isSameNamespace(
  a: Pick<Namespace, 'id' | 'lifetime'>,
  b: Pick<Namespace, 'id' | 'lifetime'>,
): boolean {
  return a.id === b.id && a.lifetime === b.lifetime;
}
