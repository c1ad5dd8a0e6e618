import { NoAnchor } from '@lib/figure/anchor';
import { decorated, type Decoration } from '@lib/figure/decorated';
import { USUAL } from '@lib/figure/figure-size';
import { MissingCharacter, type Text } from '@lib/figure/outlined';
import { PALETTES } from '@lib/figure/palette';
import type { SvgNode } from '@lib/figure/svg';
import { truthOf } from '@lib/figures-file/expectation';
import { languagesOf, saidIn, type FigureEntry } from '@lib/figures-file/parse';
import { viewStateOf } from '@lib/figures-file/view';
import { meant, shown } from '@lib/lessons/file/found';
import type { Path } from '@lib/lessons/file/source';
import type { Language } from '@lib/model/language';
import type { Theme, ViewState } from '@lib/view-state/view-state';
import { treeOf, written } from './draw';
import { Mistaken } from './mistaken';
import type { Moment } from './moment';
import { named } from './named';
import { toldIn } from './told';

/** A picture of a figure: it has one for each of its languages and themes. */
export interface Picture {
  /** Of its files, without what they end with. */
  name: string;
  svg: string;
  /** The same with text as outlines, for who draws without fonts. */
  outlines: string;
  /** What is read aloud, and stands below it. */
  alt: string;
  caption: string | null;
}

/** What is free around what a figure is cut to, and between a call-out and what it is about, where none is said. */
const MARGIN = 24;
const DISTANCE = 36;

/** All pictures of a figure, drawn of its moment. @throws Mistaken */
export async function picturesOf(entry: FigureEntry, moment: Moment): Promise<Picture[]> {
  const viewState = viewStateOf(entry.view);
  if (Array.isArray(viewState)) throw new Error('a view with mistakes is not drawn');
  mayCompare(viewState, moment);
  await demand(entry, moment);
  const told = await toldIn(moment, viewState);
  const [width, height] = entry.size ?? [USUAL.width, USUAL.height];
  const pictures: Picture[] = [];
  for (const { language, theme, name } of variantsOf(entry)) {
    const tree = treeOf(moment, told, {
      ...{ viewState, theme, language, name },
      size: { width, height },
    });
    const said = inWords(entry, () =>
      decorated(tree, moment.snapshot, decorationIn(entry, language), PALETTES[theme]),
    );
    const text = entry.text ?? 'outlines';
    const svg = await writtenOf(said, text, name);
    const isForPng = entry.png !== undefined && text !== 'outlines';
    pictures.push({
      ...{ name, svg },
      outlines: isForPng ? await writtenOf(said, 'outlines', name) : svg,
      alt: altOf(said),
      caption: entry.caption === undefined ? null : saidIn(entry.caption, language),
    });
  }
  return pictures;
}

/** There is the moment that a view is compared with. @throws Mistaken */
function mayCompare({ from }: ViewState, { recorded }: Moment): void {
  if (from === null) return;
  if (recorded === undefined) throw new Mistaken(['view'], { code: 'not-recorded' });
  const { duration } = recorded;
  if (from > duration) throw new Mistaken(['view'], { code: 'too-late', most: duration / 1000 });
}

/** What has to be so is so. @throws Mistaken */
async function demand({ expect = [] }: FigureEntry, { snapshot, ask }: Moment): Promise<void> {
  const all = Array.isArray(expect) ? expect : [expect];
  for (const [nth, predicate] of all.entries()) {
    const truth = await truthOf(predicate, snapshot, ask);
    if (truth.is === 'true') continue;
    const because = truth.is === 'unknown' ? truth.because : null;
    throw new Mistaken(Array.isArray(expect) ? ['expect', nth] : ['expect'], {
      ...{ code: 'not-so', predicate: shown(predicate), because },
    });
  }
}

interface Variant {
  language: Language;
  theme: Theme;
  name: string;
}

/** What is a list in the file is told by the name. */
function variantsOf(entry: FigureEntry): Variant[] {
  const { output, lang, theme = 'light' } = entry;
  const themes = Array.isArray(theme) ? theme : [theme];
  return languagesOf(entry).flatMap((language) =>
    themes.map((each) => ({
      ...{ language, theme: each },
      name: [
        output,
        ...(Array.isArray(lang) ? [language] : []),
        ...(Array.isArray(theme) ? [each] : []),
      ].join('.'),
    })),
  );
}

function decorationIn(entry: FigureEntry, language: Language): Decoration {
  const { crop, names = {}, callouts = [], caption, alt = 'auto' } = entry;
  return {
    crop: crop === undefined ? null : { to: crop.to, margin: crop.margin ?? MARGIN },
    names: Object.entries(names),
    callouts: callouts.map(({ text, distance = DISTANCE, ...callout }) => ({
      ...callout,
      ...{ distance, text: saidIn(text, language) ?? '' },
    })),
    caption: caption === undefined ? null : saidIn(caption, language),
    alt: alt === 'auto' ? null : saidIn(alt, language),
  };
}

function inWords<T>(entry: FigureEntry, draw: () => T): T {
  try {
    return draw();
  } catch (error) {
    if (!(error instanceof NoAnchor)) throw error;
    const { anchor, anchors } = error;
    throw new Mistaken(pathOf(entry, anchor), {
      ...{ code: 'no-anchor', given: shown(anchor), meant: meant(anchor, anchors), anchors },
    });
  }
}

/** Where in an entry an anchor is named first. */
function pathOf({ crop, callouts = [], names = {} }: FigureEntry, anchor: string): Path {
  const inCrop = crop?.to.indexOf(anchor) ?? -1;
  if (inCrop >= 0) return ['crop', 'to', inCrop];
  const nth = callouts.findIndex(({ at }) => at === anchor);
  if (nth >= 0) return ['callouts', nth, 'at'];
  return anchor in names ? ['names', anchor] : [];
}

async function writtenOf(tree: SvgNode, how: Text, name: string): Promise<string> {
  try {
    return await written(tree, how, name);
  } catch (error) {
    if (!(error instanceof MissingCharacter)) throw error;
    const { character, text } = error;
    throw new Mistaken([], { code: 'missing-character', character: named(character), text });
  }
}

function altOf({ children }: SvgNode): string {
  const told = children.find((child) => typeof child !== 'string' && child.name === 'desc');
  return told === undefined || typeof told === 'string' ? '' : told.children.join('');
}
