import type { IdMapRow } from '../model/namespace';

/** As the kernel writes it, without its padding: `0 231072 65536`. */
export function idMapText(rows: readonly IdMapRow[]): string {
  return rows.map((row) => row.join(' ')).join('\n');
}
