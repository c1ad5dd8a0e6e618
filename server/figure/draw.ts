import { createHash } from 'node:crypto';
import { figureTree } from '@lib/figure/figure';
import { outlined, textsIn, type Text } from '@lib/figure/outlined';
import { rendered, type SvgNode } from '@lib/figure/svg';
import type { Size } from '@lib/layout/geometry';
import type { Language } from '@lib/model/language';
import type { Theme, ViewState } from '@lib/view-state/view-state';
import type { Moment } from './moment';
import { outlineFonts } from './outline-fonts';
import { toldIn } from './told';

/** One picture of a moment. */
export interface Wanted {
  viewState: ViewState;
  size: Size;
  theme: Theme;
  language: Language;
  text: Text;
  /** What tells this figure from others in the same document; the same gives the same to the byte. */
  name: string;
}

/**
 * A figure as an SVG document, drawn without a browser.
 *
 * @throws MissingCharacter where no font that comes with nsview has one
 */
export async function drawSvg(moment: Moment, wanted: Wanted): Promise<string> {
  const { name, text, ...how } = wanted;
  const idPrefix = idPrefixOf(name);
  const { tree } = figureTree({
    ...how,
    ...(await toldIn(moment, wanted.viewState)),
    ...{ snapshot: moment.snapshot, usage: null, timeZone: 'UTC', idPrefix },
  });
  return withLetters(tree, text, idPrefix);
}

async function withLetters(tree: SvgNode, text: Text, idPrefix: string): Promise<string> {
  if (text === 'outlines') {
    const fonts = await outlineFonts(textsIn(tree).map((each) => each.text));
    return rendered(outlined(tree, fonts, idPrefix));
  }
  // Few ask for it, and what makes fonts smaller takes a moment to load.
  const { withSubsets } = await import('./subsets');
  return withSubsets(tree);
}

/** Ids are the document's, whatever stands in it: each figure has its own. */
function idPrefixOf(name: string): string {
  return `n${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}
