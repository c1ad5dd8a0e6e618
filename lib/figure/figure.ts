import { hiddenCounts, hiddenIn } from '../facts/hidden';
import type { ReachTold } from '../facts/reach';
import { sandboxesInWords } from '../facts/sandbox';
import { messagesFor, type Messages } from '../i18n/messages';
import type { LayersTold } from '../images/layers-told';
import type { Insides } from '../inside/insides';
import type { Size } from '../layout/geometry';
import type { CallsTold } from '../privileges/call-told';
import type { Snapshot } from '../model/snapshot';
import { clockTime, wallClock } from '../recording/clock-time';
import { suitableView } from '../select/suitable-view';
import type { UsageTable } from '../select/usage';
import { matchesOf } from '../select/matches';
import { shownOf, type Hidden } from '../select/shown';
import { SANDBOX_VIEWS, shownSandboxes } from '../select/shown-sandboxes';
import { shownComparison } from '../select/shown-comparison';
import { byNamespace, byText } from '../model/order';
import type { Comparison } from '../timeline/difference';
import type { Theme, View, ViewState } from '../view-state/view-state';
import type { Language } from '../model/language';
import { comparedBelow } from './compared';
import { described } from './description';
import type { Drawing, FigureContent } from './drawing';
import { LEAST } from './figure-size';
import { framed, MARGIN } from './frame';
import { kernelFigure } from './kernel-figure';
import { lensFigure } from './lens-figure';
import { matrixFigure } from './matrix-figure';
import { PALETTES } from './palette';
import { processesFigure } from './processes-figure';
import { sharingFigure } from './sharing-figure';
import { rendered, type SvgNode } from './svg';
import { textLine } from './text';
import { wrapped } from '../layout/wrapped';
import { containerKey } from '../model/ids';

export interface FigureRequest {
  snapshot: Snapshot;
  viewState: ViewState;
  /** What is known of what namespaces isolate; left out: only what the snapshot tells is drawn. */
  insides?: Insides;
  /** Whether two that are selected reach each other; left out: nobody asked. */
  reaches?: readonly ReachTold[];
  /** What is known of images and of what was written on top of them; left out: nothing is drawn of it. */
  layers?: LayersTold;
  /** What is known of the system calls that processes are in; left out: nothing is drawn of it. */
  calls?: CallsTold;
  /** What is different at this moment, `to`, from another; left out: none is compared with. */
  comparison?: Comparison & Moments;
  /** When the time began of which these are moments, of a machine's past; left out: they are of a recording. */
  pastSince?: string;
  /** In CSS pixels. A view of which not all would fit is higher; none is smaller than {@link LEAST}. */
  size: Size;
  theme: Theme;
  language: Language;
  /** What is known of what changes all the time; null: nothing is, so it has no columns. */
  usage: UsageTable | null;
  /** As IANA names it: whose clock tells when something began. */
  timeZone: string;
  /** What the ids in it begin with: of several figures in one document each has another. Left out: the theme's. */
  idPrefix?: string;
}

/** Two that are compared: milliseconds since the start of the recording, or of what is known of the machine's past. */
interface Moments {
  from: number;
  to: number;
}

export interface Figure {
  view: View;
  /** A document of its own: nothing in it refers to anything outside. */
  svg: string;
  size: Size;
}

/** A figure as a tree, to be changed before it is written out. */
export interface FigureTree {
  view: View;
  tree: SvgNode;
  size: Size;
  /** What of it is drawn of the machine: without title, legend and what is hidden. */
  picture: readonly SvgNode[];
}

/** The size of what is said to be hidden, and of a line of it. */
const HIDDEN = { size: 12, line: 20 };

const VIEWS: Readonly<Record<View, (drawing: Drawing) => FigureContent>> = {
  sharing: sharingFigure,
  lens: lensFigure,
  matrix: matrixFigure,
  processes: processesFigure,
  kernel: kernelFigure,
};

/**
 * What a view shows of a snapshot, as an SVG document. Depends on its arguments alone, and not on
 * the order of the snapshot's lists: the same figure to the byte wherever it is made.
 */
export function drawFigure(request: FigureRequest): Figure {
  const { view, size, tree } = figureTree(request);
  return { view, size, svg: rendered(tree) };
}

/** The same, not written out yet. */
export function figureTree(request: FigureRequest): FigureTree {
  const { viewState, size, theme, language } = request;
  const all = inOrder(request.snapshot);
  const { snapshot, whole, hidden } = shownOf(all, viewState, matchesOf(all, viewState.query));
  const view = viewState.view ?? suitableView(whole, size);
  const messages = messagesFor(language);
  const palette = PALETTES[theme];
  const comparison =
    request.comparison === undefined
      ? null
      : shownComparison(request.comparison, viewState, whole, matchesOf);
  const drawing: Drawing = {
    snapshot,
    whole,
    viewState,
    insides: request.insides ?? new Map(),
    reaches: request.reaches ?? [],
    layers: request.layers,
    calls: request.calls,
    comparison,
    size: {
      width: Math.max(LEAST.width, Math.round(size.width)),
      height: Math.max(LEAST.height, Math.round(size.height)),
    },
    usage: snapshot.host.reader === 'recording' ? null : request.usage,
    timeZone: request.timeZone,
    language,
    messages,
    ink: { palette, id: request.idPrefix ?? `nsview-${theme}` },
    page: theme === 'light' ? 'light' : 'dark',
  };
  const { title, head, picture, legend, ...drawn } = VIEWS[view](drawing);
  const { width } = drawn.size;
  const sandboxes = SANDBOX_VIEWS.includes(view) ? shownSandboxes(whole, viewState) : null;
  const below = hiddenLines(hiddenIn(view, hidden), width, messages);
  const said = comparison === null ? null : comparedMoments(comparison, request, messages);
  const compared =
    comparison === null || said === null ? null : comparedBelow(comparison, said, view, drawing);
  const above = Math.ceil(drawn.size.height);
  const content = above + (compared?.height ?? 0);
  const outer = { width, height: content + below.length * HIDDEN.line };
  const tree = framed({
    ...drawn,
    content: [
      ...head,
      ...picture,
      ...legend,
      ...(compared?.draw(above) ?? []),
      ...below.map((line, index) =>
        textLine(line, MARGIN, content + index * HIDDEN.line, {
          size: HIDDEN.size,
          fill: palette['text-dim'],
        }),
      ),
    ],
    size: outer,
    palette,
    title: `${title} · ${snapshot.host.hostname}`,
    description: [
      described(snapshot, whole, messages),
      ...(sandboxes === null ? [] : sandboxesInWords(sandboxes, messages)),
      ...(compared === null ? [] : [compared.described]),
    ].join(messages.summary.between),
  });
  return { view, tree, size: outer, picture };
}

/** Which two moments are compared. */
function comparedMoments(
  { from, to }: Moments,
  { pastSince, language, timeZone }: FigureRequest,
  { timeline: words }: Messages,
): string {
  const clock = pastSince === undefined ? clockTime : wallClock(pastSince, language, timeZone);
  return words.compared(`A ${clock(from)}`, `B ${clock(to)}`);
}

/** What filters leave out, for it is never silently missing: the lines at the bottom of a figure. */
function hiddenLines(hidden: readonly Hidden[], width: number, { filters }: Messages): string[] {
  // A filter that is on and hides nothing is nothing to tell of in print.
  const told = hidden.filter(
    ({ containers, processes, connections }) => containers + processes + connections > 0,
  );
  if (told.length === 0) return [];
  const parts = told.map((each) => `${filters.by[each.filter]}: ${hiddenCounts(each, filters)}`);
  return wrapped(`${filters.hidden} ${parts.join(' · ')}`, width - 2 * MARGIN, HIDDEN.size);
}

/** The snapshot with its lists in the order that nsview gives them. */
function inOrder(snapshot: Snapshot): Snapshot {
  const { engines, namespaces, containers, processes } = snapshot;
  return {
    ...snapshot,
    engines: engines.toSorted((a, b) => byText(a.id, b.id)),
    namespaces: namespaces.toSorted((a, b) => byNamespace(a.id, b.id)),
    containers: containers.toSorted((a, b) => byText(containerKey(a), containerKey(b))),
    processes: processes.toSorted((a, b) => a.pid - b.pid),
  };
}
