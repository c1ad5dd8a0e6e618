import type { Styles } from '@components/canvas/marks';

/**
 * The stylesheets of a picture as one. A name that several have is all of their classes, so that none
 * takes a rule away from another: what every lens has looks the same in each.
 */
export function joinedStyles(...sheets: readonly Styles[]): Styles {
  const names = new Set(sheets.flatMap((sheet) => Object.keys(sheet)));
  return Object.fromEntries(
    [...names].map((name) => [name, sheets.flatMap((sheet) => sheet[name] ?? []).join(' ')]),
  );
}
