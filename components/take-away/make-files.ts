import { drawFigure, type Figure } from '@lib/figure/figure';
import { fileName } from '@lib/figure/file-name';
import { withFonts } from '@lib/figure/frame';
import type { Snapshot } from '@lib/model/snapshot';
import type { Theme, ViewState } from '@lib/view-state/view-state';
import type { Language } from '@lib/model/language';
import type { Insides } from '@lib/inside/insides';
import { callsShown } from '../store/calls';
import { insidesOf } from '../store/insides';
import { layersOf } from '../store/layers';
import { reachesShown } from '../store/reaches';
import { timeIn, useNsview } from '../store/store';
import { LATIN, pageFonts, WITH_CHINESE } from './page-fonts';
import { rasterised } from './rasterise';

/** What is to be taken away. */
export interface Shown {
  snapshot: Snapshot;
  viewState: ViewState;
  theme: Theme;
  language: Language;
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
export async function figureFile(shown: Shown, progress: Progress): Promise<Made> {
  const { view, svg, missing } = await figureOf(shown, progress);
  const whole = withFonts(svg, await pageFonts(LATIN));
  const file = fileOf(shown, view, 'svg', new Blob([whole], { type: 'image/svg+xml' }));
  return { file, missing };
}

/** The same as pixels. */
export async function pictureFile(shown: Shown, progress: Progress): Promise<Made> {
  const { view, svg, size, missing } = await figureOf(shown, progress);
  const fonts = await pageFonts(CHINESE.test(svg) ? WITH_CHINESE : LATIN);
  const file = fileOf(shown, view, 'png', await rasterised(svg, size, fonts));
  return { file, missing };
}

/** All of the snapshot, whatever of it is shown. */
export function snapshotFile(shown: Shown): Promise<Made> {
  const text = `${JSON.stringify(shown.snapshot, null, 2)}\n`;
  const blob = new Blob([text], { type: 'application/json' });
  return Promise.resolve({ file: fileOf(shown, 'snapshot', 'json', blob), missing: 0 });
}

/** The view as large as it is on the page, with all that it tells: what was never on screen too. */
async function figureOf(shown: Shown, progress: Progress): Promise<Figure & { missing: number }> {
  const { snapshot, viewState } = shown;
  const lens = viewState.view === 'lens' ? viewState.lens : null;
  const insides: Insides = lens === null ? new Map() : await insidesOf(snapshot, lens, progress);
  const written = lens === 'mnt' ? await layersOf(snapshot, progress) : null;
  const reaches = lens === 'net' ? await reachesShown(progress) : [];
  const asked = [...insides.values(), ...reaches.map((each) => each.asked)];
  const missing = asked.filter(({ is }) => is === 'asked').length + (written?.missing ?? 0);
  const { clientWidth: width, clientHeight: height } =
    document.getElementById('view') ?? document.documentElement;
  const figure = drawFigure({
    ...shown,
    insides,
    reaches,
    ...(written === null ? {} : { layers: written.layers }),
    ...(viewState.view === 'kernel' ? { calls: callsShown(snapshot.processes) } : {}),
    size: { width, height },
    usage: useNsview.getState().usage,
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  return { ...figure, missing };
}

function fileOf({ snapshot }: Shown, what: string, ending: string, content: Blob): File {
  const name = fileName(what, snapshot.host.hostname, timeIn(useNsview.getState()), ending);
  return new File([content], name, { type: content.type });
}
