import { OF_FIGURES } from '../api/figure-path';
import type { Size } from '../layout/geometry';
import type { Language } from '../model/language';
import { unknownParameters } from '../view-state/parameters';
import { parseViewState, type Theme, type ViewState } from '../view-state/view-state';
import { LARGEST, LEAST, parseSize, USUAL } from './figure-size';
import { TEXTS, type Text } from './outlined';

/** What a figure is asked for as, over HTTP. */
export interface AskedFigure {
  viewState: ViewState;
  size: Size;
  text: Text;
  theme: Theme;
  language: Language;
}

/** What only makes sense where a page chooses what it shows. */
const OF_PAGES = ['recording', 'at', 'past', 'from'];

/** Reads `view=lens&lens=net&size=960x540`. @returns in English what is wrong with it, for who wrote it */
export function readFigureQuery(query: URLSearchParams): AskedFigure | string {
  const ofPage = new URLSearchParams(query);
  for (const name of OF_FIGURES) ofPage.delete(name);
  const unknown = unknownParameters(ofPage.toString());
  if (unknown.length > 0) return `no figure has ${unknown.join(', ')}`;
  const foreign = OF_PAGES.filter((name) => query.has(name));
  if (foreign.length > 0) {
    return `${foreign.join(', ')}: the figure is of what this server shows; nsview figure draws recordings`;
  }
  const { state, problems } = parseViewState(ofPage.toString());
  const [problem] = problems;
  if (problem !== undefined) return `${problem.parameter}: expected ${problem.expected}`;
  const wished = query.get('size');
  const size = wished === null ? USUAL : parseSize(wished);
  if (size === null) {
    const [least, most] = [LEAST, LARGEST].map(({ width, height }) => `${width}x${height}`);
    return `size: expected WIDTHxHEIGHT from ${least ?? ''} to ${most ?? ''}`;
  }
  const how = query.get('text') ?? 'outlines';
  const text = TEXTS.find((each) => each === how);
  if (text === undefined) return `text: expected ${TEXTS.join(', ')}`;
  return {
    viewState: state,
    ...{ size, text },
    theme: state.theme ?? 'light',
    language: state.language ?? 'en',
  };
}
