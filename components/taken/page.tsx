import { createRoot } from 'react-dom/client';
import { Root } from '@components/shell/root';
import { addressed } from '@components/store/addressed';
import { aboutRecording } from '@lib/recording/about';
import { parseRecording } from '@lib/recording/parse';
import { parseViewState } from '@lib/view-state/view-state';
import { line } from './line';
import { tellNotOpened, unpacked } from './unpacked';

/* The program of a page that was taken away: the same page, with a recording at the other end of its line. */

async function open(): Promise<void> {
  const recording = parseRecording((await unpacked('recording')).trimEnd().split('\n'));
  const { at, freeze } = parseViewState(addressed()).state;
  const about = aboutRecording(recording, { name: null, title: document.title, live: false });
  line.put(recording, about, {
    position: Math.min(at ?? 0, recording.duration),
    playing: at === null && !freeze && recording.duration > 0,
    speed: 1,
    isNearest: false,
  });
  const place = document.getElementById('page');
  if (place !== null) createRoot(place).render(<Root />);
}

open().catch(tellNotOpened);
