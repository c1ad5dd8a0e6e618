import { messagesFor } from '../i18n/messages';
import type { Size } from '../layout/geometry';
import type { Snapshot } from '../model/snapshot';
import { suitableView } from '../select/suitable-view';
import { withoutReader } from '../select/without-reader';
import { byNamespace, byText } from '../snapshot/order';
import type { Language, Theme, View, ViewState } from '../view-state/view-state';
import { described } from './description';
import type { Drawing, FigureContent } from './drawing';
import { framed, type FigureFont } from './frame';
import { lensFigure } from './lens-figure';
import { matrixFigure } from './matrix-figure';
import { PALETTES } from './palette';
import { processesFigure } from './processes-figure';
import { sharingFigure } from './sharing-figure';
import { rendered } from './svg';

export interface FigureRequest {
  snapshot: Snapshot;
  viewState: ViewState;
  /** In CSS pixels. A view of which not all would fit is higher; none is smaller than {@link LEAST}. */
  size: Size;
  theme: Theme;
  language: Language;
  /** Fonts to go with it; without any, the figure takes what its viewer has. */
  fonts?: readonly FigureFont[];
}

export interface Figure {
  view: View;
  /** A document of its own: nothing in it refers to anything outside. */
  svg: string;
  size: Size;
}

/** Smaller than this, nothing can be read. */
const LEAST: Size = { width: 480, height: 320 };

const VIEWS: Readonly<Record<View, (drawing: Drawing) => FigureContent>> = {
  sharing: sharingFigure,
  lens: lensFigure,
  matrix: matrixFigure,
  processes: processesFigure,
};

/**
 * What a view shows of a snapshot, as an SVG document. Depends on its arguments alone, and not on
 * the order of the snapshot's lists: the same figure to the byte wherever it is made.
 */
export function drawFigure(request: FigureRequest): Figure {
  const { viewState, size, theme, language, fonts = [] } = request;
  const all = inOrder(request.snapshot);
  const snapshot = viewState.own ? all : withoutReader(all).snapshot;
  const view = viewState.view ?? suitableView(snapshot);
  const messages = messagesFor(language);
  const palette = PALETTES[theme];
  const { title, ...drawn } = VIEWS[view]({
    snapshot,
    viewState,
    size: {
      width: Math.max(LEAST.width, Math.round(size.width)),
      height: Math.max(LEAST.height, Math.round(size.height)),
    },
    messages,
    ink: { palette, id: `nsview-${theme}` },
    page: theme === 'light' ? 'light' : 'dark',
  });
  const whole = { width: drawn.size.width, height: Math.ceil(drawn.size.height) };
  const svg = rendered(
    framed({
      ...drawn,
      size: whole,
      palette,
      title: `${title} · ${snapshot.host.hostname}`,
      description: described(snapshot, messages),
      fonts,
    }),
  );
  return { view, svg, size: whole };
}

/** The snapshot with its lists in the order that nsview gives them. */
function inOrder(snapshot: Snapshot): Snapshot {
  const { engines, namespaces, containers, processes } = snapshot;
  return {
    ...snapshot,
    engines: engines.toSorted((a, b) => byText(a.id, b.id)),
    namespaces: namespaces.toSorted((a, b) => byNamespace(a.id, b.id)),
    containers: containers.toSorted((a, b) => byText(a.id, b.id)),
    processes: processes.toSorted((a, b) => a.pid - b.pid),
  };
}
