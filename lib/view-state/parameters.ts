import equal from 'fast-deep-equal';
import { parseViewState } from './view-state';

/** Names that an address can have, for who wrote another by mistake. */
export const PARAMETERS = [
  ...['view', 'lens', 'select', 'open', 'images', 'reach', 'types', 'vantages', 'group', 'sort'],
  ...['theme', 'lang', 'projector', 'inspector', 'own', 'freeze', 'stopped', 'hostprocs', 'hide'],
  ...['sandboxes', 'pauses'],
  ...['q', 'rows', 'recording', 'at', 'past', 'from', 'timeline', 'lesson', 'step'],
] as const;

/** The names in a query that no address of the page can have: they change nothing, and nobody complains of them. */
export function unknownParameters(search: string): string[] {
  return [...new Set(new URLSearchParams(search).keys())].filter((name) => !isParameter(name));
}

function isParameter(name: string): boolean {
  const nonsense = new URLSearchParams([[name, '?']]).toString();
  return !equal(parseViewState(nonsense), parseViewState(''));
}
