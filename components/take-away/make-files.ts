import { figureTree } from '@lib/figure/figure';
import { fileName } from '@lib/figure/file-name';
import { withFonts } from '@lib/figure/frame';
import { PALETTES } from '@lib/figure/palette';
import { rendered } from '@lib/figure/svg';
import { trimmed } from '@lib/figure/trimmed';
import type { Size } from '@lib/layout/geometry';
import type { Snapshot } from '@lib/model/snapshot';
import type { Theme, View, ViewState } from '@lib/view-state/view-state';
import type { Language } from '@lib/model/language';
import type { Insides } from '@lib/inside/insides';
import { callsShown } from '../store/calls';
import { useDifferences } from '../store/differences';
import { insidesOf } from '../store/insides';
import { layersOf } from '../store/layers';
import { reachesShown } from '../store/reaches';
import { timeIn, useNsview } from '../store/store';
import { useUsage } from '../store/usage';
import { LATIN, pageFonts, WITH_CHINESE } from './page-fonts';
import { rasterised } from './rasterise';

/** What is to be taken away. */
export interface Shown {
  snapshot: Snapshot;
  viewState: ViewState;
  theme: Theme;
  language: Language;
}

/** The same as a picture: how large, whether cut to what is drawn, and how many pixels a PNG has for each of it. */
export interface ShownPicture extends Shown {
  size: Size;
  isTrimmed: boolean;
  pixels: number;
}

/** A file, and how much is not in it, of namespaces, layers and reach, because it did not come in time. */
export interface Made {
  file: File;
  missing: number;
}

/** Is told how many of those that are drawn were read, of how many. */
export type Progress = (read: number, of: number) => void;

/** Those of which a picture needs a Chinese font. */
const CHINESE = /[\u3000-\u9fff\uff00-\uffef]/;

/** The figure with its Latin fonts: a Chinese one is as large as ten figures, and in every system. */
export async function figureFile(shown: ShownPicture, progress: Progress): Promise<Made> {
  const { view, svg, missing } = await figureOf(shown, progress);
  const whole = withFonts(svg, await pageFonts(LATIN));
  return { file: fileOf(shown, view, 'svg', 'image/svg+xml', whole), missing };
}

/** The figure to be put into another text: without fonts, which are many times as long. */
export async function bareFigureFile(shown: ShownPicture, progress: Progress): Promise<Made> {
  const { view, svg, missing } = await figureOf(shown, progress);
  return { file: fileOf(shown, view, 'svg', 'image/svg+xml', svg), missing };
}

/** The same as pixels. */
export async function pictureFile(shown: ShownPicture, progress: Progress): Promise<Made> {
  const { view, svg, missing } = await figureOf(shown, progress);
  const fonts = await pageFonts(CHINESE.test(svg) ? WITH_CHINESE : LATIN);
  const pixels = await rasterised(svg, fonts, shown.pixels);
  return { file: fileOf(shown, view, 'png', 'image/png', pixels), missing };
}

/** All of the snapshot, whatever of it is shown. */
export function snapshotFile(shown: Shown): Promise<Made> {
  const text = `${JSON.stringify(shown.snapshot, null, 2)}\n`;
  return Promise.resolve({
    file: fileOf(shown, 'snapshot', 'json', 'application/json', text),
    missing: 0,
  });
}

interface Drawn {
  view: View;
  svg: string;
  missing: number;
}

/** The view with all that it tells: what was never on screen too. */
async function figureOf(shown: ShownPicture, progress: Progress): Promise<Drawn> {
  const { snapshot, viewState, theme, language, size, isTrimmed } = shown;
  const lens = viewState.view === 'lens' ? viewState.lens : null;
  const insides: Insides = lens === null ? new Map() : await insidesOf(snapshot, lens, progress);
  const written = lens === 'mnt' ? await layersOf(snapshot, progress) : null;
  const reaches = lens === 'net' ? await reachesShown(progress) : [];
  const asked = [...insides.values(), ...reaches.map((each) => each.asked)];
  const missing = asked.filter(({ is }) => is === 'asked').length + (written?.missing ?? 0);
  const { comparison } = useDifferences.getState();
  const { recording } = useNsview.getState();
  const figure = figureTree({
    ...{ snapshot, viewState, theme, language, size },
    insides,
    reaches,
    ...(written === null ? {} : { layers: written.layers }),
    ...(viewState.view === 'kernel' ? { calls: callsShown(snapshot.processes) } : {}),
    ...(comparison === null ? {} : { comparison }),
    ...(recording?.past === true ? { pastSince: recording.startedAt } : {}),
    usage: useUsage.getState().shown.rows,
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const tree = isTrimmed ? trimmed(figure, snapshot, PALETTES[theme]) : figure.tree;
  return { view: figure.view, svg: rendered(tree), missing };
}

/** @param what it shows: a view, or `snapshot` */
export function fileOf(
  { snapshot }: Shown,
  what: string,
  ending: string,
  type: string,
  content: string | Blob,
): File {
  const name = fileName(what, snapshot.host.hostname, timeIn(useNsview.getState()), ending);
  return new File([content], name, { type });
}
