import type { Snapshot } from '../model/snapshot';
import { PICTURE } from './anchor';
import { decorated } from './decorated';
import type { FigureTree } from './figure';
import type { Palette } from './palette';
import type { SvgNode } from './svg';

/** What a figure that is trimmed is cut to; a file of figures says it in the same words. */
export const TRIM = { to: [PICTURE], margin: 24 } as const;

/** A figure without its title, its legend and the free ground around what is drawn. */
export function trimmed(figure: FigureTree, snapshot: Snapshot, palette: Palette): SvgNode {
  const nothing = { names: [], callouts: [], caption: null, alt: null };
  return decorated(figure, snapshot, { ...nothing, crop: TRIM }, palette);
}
