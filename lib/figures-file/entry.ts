import { Document } from 'yaml';
import { TRIM } from '../figure/trimmed';
import type { Size } from '../layout/geometry';
import type { Language } from '../model/language';
import {
  DEFAULT_VIEW_STATE,
  formatViewState,
  type Theme,
  type ViewState,
} from '../view-state/view-state';
import type { SourceAsked } from './form';

/** A picture as it was made once, to be written down. */
export interface Shown {
  viewState: ViewState;
  theme: Theme;
  language: Language;
  size: Size;
  isTrimmed: boolean;
  /** What it is of, and what that is called in the file. */
  source: SourceAsked;
  from: string;
  /** Milliseconds from the start of a recording; null: it is of none. */
  at: number | null;
}

/** What a figure is told elsewhere in its entry, or is of the page around it. */
const NOT_IN_VIEW = {
  ...{ theme: null, language: null, recording: null, at: null, lesson: null, step: 1 },
  ...{ projector: false, inspector: null, freeze: false, images: false, open: false },
  ...{ timeline: null, past: null },
} satisfies Partial<ViewState>;

/** Parameters that are lists of words. */
const LISTS = ['types', 'vantages'];

/** A file of figures that draws this picture: its one entry and its source can go into another. */
export function figureEntry(shown: Shown): string {
  const { viewState, theme, language, size, isTrimmed, source, from, at } = shown;
  const view = viewState.view ?? 'sharing';
  const output = view === 'lens' ? `lens-${viewState.lens}` : view;
  const file = new Document();
  const inLine = (value: unknown) => file.createNode(value, { flow: true });
  file.contents = file.createNode({
    nsview: 1,
    sources: { [from]: inLine(source) },
    figures: [
      {
        ...{ output, from },
        ...(at === null ? {} : { at: at / 1000 }),
        view: inLine(viewOf(at === null ? { ...viewState, from: null } : viewState)),
        size: inLine([size.width, size.height]),
        ...{ lang: language, theme },
        ...(isTrimmed ? { crop: inLine(TRIM) } : {}),
      },
    ],
  });
  return file.toString({ lineWidth: 0, singleQuote: true });
}

/** The parameters of the view, by their names: also the moment of a recording that it is compared with. */
function viewOf(viewState: ViewState): Record<string, string | string[]> {
  const shown = { ...DEFAULT_VIEW_STATE, ...viewState, ...NOT_IN_VIEW };
  const query = new URLSearchParams(formatViewState(shown));
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const value = query.get(name) ?? '';
      if (name === 'hide') return [name, query.getAll(name)];
      return [name, LISTS.includes(name) && value !== '' ? value.split(',') : value];
    }),
  );
}
