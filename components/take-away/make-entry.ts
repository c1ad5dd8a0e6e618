import { figureEntry } from '@lib/figures-file/entry';
import type { SourceAsked } from '@lib/figures-file/form';
import { timeIn, useNsview } from '../store/store';
import type { ShownPicture } from './make-files';

/** What draws this picture again from the command line, as a file of figures. */
export function entryText(shown: ShownPicture): string {
  return figureEntry({ ...shown, ...momentShown() });
}

/** What the picture is of: a recording at a moment, or what this server shows. */
function momentShown(): { source: SourceAsked; from: string; at: number | null } {
  const store = useNsview.getState();
  const { recording } = store;
  if (recording === null) return { source: { url: location.origin }, from: 'here', at: null };
  const at = Math.max(0, Math.round(timeIn(store) - Date.parse(recording.startedAt)));
  const { name } = recording;
  // Where a file is that the server was told to open, no page knows.
  return name === null
    ? { source: { recording: './recording.nsvrec' }, from: 'recording', at }
    : { source: { shipped: name }, from: name, at };
}
