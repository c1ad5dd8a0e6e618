import { createHash } from 'node:crypto';
import { figureTree, type FigureTree } from '@lib/figure/figure';
import { outlined, textsIn, type Text } from '@lib/figure/outlined';
import { rendered, type SvgNode } from '@lib/figure/svg';
import type { Size } from '@lib/layout/geometry';
import type { Language } from '@lib/model/language';
import type { Theme, ViewState } from '@lib/view-state/view-state';
import type { Moment } from './moment';
import { outlineFonts } from './outline-fonts';
import { toldIn, type Told } from './told';

/** One picture of a moment. */
export interface Wanted {
  viewState: ViewState;
  size: Size;
  theme: Theme;
  language: Language;
  /** What tells this figure from others in the same document; the same gives the same to the byte. */
  name: string;
}

/**
 * A figure as an SVG document, drawn without a browser.
 *
 * @throws MissingCharacter where text is drawn as outlines and no font that comes with nsview has one
 */
export async function drawSvg(moment: Moment, text: Text, wanted: Wanted): Promise<string> {
  const { tree } = treeOf(moment, await toldIn(moment, wanted.viewState), wanted);
  return written(tree, text, wanted.name);
}

/** The same as a tree, its text as text. @param told what the view tells besides what the snapshot has */
export function treeOf({ snapshot }: Moment, told: Told, { name, ...how }: Wanted): FigureTree {
  const idPrefix = idPrefixOf(name);
  return figureTree({ ...how, ...told, snapshot, usage: null, timeZone: 'UTC', idPrefix });
}

/** Writes a tree out. @throws MissingCharacter */
export async function written(tree: SvgNode, text: Text, name: string): Promise<string> {
  if (text === 'outlines') {
    const fonts = await outlineFonts(textsIn(tree).map((each) => each.text));
    return rendered(outlined(tree, fonts, idPrefixOf(name)));
  }
  // Few ask for it, and what makes fonts smaller takes a moment to load.
  const { withSubsets } = await import('./subsets');
  return withSubsets(tree);
}

/** Ids are the document's, whatever stands in it: each figure has its own. */
function idPrefixOf(name: string): string {
  return `n${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}
