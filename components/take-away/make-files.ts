import { drawFigure, type Figure } from '@lib/figure/figure';
import { fileName } from '@lib/figure/file-name';
import { withFonts } from '@lib/figure/frame';
import type { Snapshot } from '@lib/model/snapshot';
import type { Theme, ViewState } from '@lib/view-state/view-state';
import type { Language } from '@lib/model/language';
import { insidesNow } from '../store/insides';
import { reachesNow } from '../store/reaches';
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

/** Milliseconds that a browser has to begin with saving a file. */
const SAVING = 60_000;

/** Those of which a picture needs a Chinese font. */
const CHINESE = /[\u3000-\u9fff\uff00-\uffef]/;

/** The figure with its Latin fonts: a Chinese one is as large as ten figures, and in every system. */
export async function figureFile(shown: Shown): Promise<File> {
  const { view, svg } = figureOf(shown);
  const whole = withFonts(svg, await pageFonts(LATIN));
  return fileOf(shown, view, 'svg', new Blob([whole], { type: 'image/svg+xml' }));
}

/** The same as pixels. */
export async function pictureFile(shown: Shown): Promise<File> {
  const { view, svg, size } = figureOf(shown);
  const fonts = await pageFonts(CHINESE.test(svg) ? WITH_CHINESE : LATIN);
  return fileOf(shown, view, 'png', await rasterised(svg, size, fonts));
}

/** All of the snapshot, whatever of it is shown. */
export function snapshotFile(shown: Shown): Promise<File> {
  const text = `${JSON.stringify(shown.snapshot, null, 2)}\n`;
  const blob = new Blob([text], { type: 'application/json' });
  return Promise.resolve(fileOf(shown, 'snapshot', 'json', blob));
}

/** Has the browser save a file. */
export function save(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // The browser reads it after this.
  setTimeout(() => URL.revokeObjectURL(url), SAVING);
}

/** The view as large as it is on the page. */
function figureOf(shown: Shown): Figure {
  const { clientWidth: width, clientHeight: height } =
    document.getElementById('view') ?? document.documentElement;
  return drawFigure({
    ...shown,
    insides: insidesNow(shown.viewState.lens),
    reaches: reachesNow(),
    size: { width, height },
    usage: useNsview.getState().usage,
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
}

function fileOf({ snapshot }: Shown, what: string, ending: string, content: Blob): File {
  const name = fileName(what, snapshot.host.hostname, timeIn(useNsview.getState()), ending);
  return new File([content], name, { type: content.type });
}
