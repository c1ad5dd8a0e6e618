import type { Messages } from '@lib/i18n/messages';
import type { MatrixItem } from '@lib/matrix/items';
import type { SandboxItem } from '@lib/matrix/sandbox-rows';
import { groupHeading } from '@lib/matrix/words';

/** What stands below the host's row, from top to bottom. */
export type GridItem = MatrixItem | SandboxItem;

type Heading =
  | Extract<MatrixItem, { kind: 'heading' }>
  | (Extract<SandboxItem, { kind: 'sandboxes' }> & { fold: null });
type Fold = Extract<GridItem, { kind: 'stopped' | 'sandboxes' }>;

/** Is it a title alone, which nothing can be done with? Where sandboxes are many, theirs opens and folds them. */
export function isHeading(item: GridItem): item is Heading {
  return item.kind === 'heading' || (item.kind === 'sandboxes' && item.fold === null);
}

/** A title, and how many rows stand below it. */
export function headingWords(item: Heading, messages: Messages): [title: string, count: string] {
  const { matrix, sandboxes } = messages;
  if (item.kind === 'sandboxes') return [sandboxes.heading, sandboxes.count(item.count)];
  return [groupHeading(item.title, matrix), matrix.rows(item.count)];
}

/** What stands for many. */
export function foldWords(item: Fold, { model, sandboxes }: Messages): string {
  return item.kind === 'stopped' ? model.stoppedCount(item.count) : sandboxes.count(item.count);
}

/** How many have no row of their own now: rows are as low when these are opened, so that none moves. */
export function foldedIn(items: readonly GridItem[]): number {
  return items.reduce((sum, item) => {
    if (item.kind === 'stopped') return sum + item.folded;
    return item.kind === 'sandboxes' ? sum + (item.fold?.folded ?? 0) : sum;
  }, 0);
}
