import type { PlaybackRequest } from '../protocol/from-viewer';
import type { Playback } from '../protocol/playing';
import { nearestIn, type Stretch } from './past';

/** What a request makes of the playing of a recording. @param now where it is */
export function playedAfter(now: Playback, request: PlaybackRequest, past: Stretch): Playback {
  switch (request.do) {
    case 'play': {
      // From the end there is nothing to play but all of it again.
      const position = now.position >= past.to ? past.from : now.position;
      return { ...now, position, playing: true, isNearest: false };
    }
    case 'pause':
      return { ...now, playing: false };
    case 'seek':
      return movedTo(request.to, now, past);
    case 'speed':
      return { ...now, speed: request.by };
  }
}

/** At a moment, or at the nearest one of which something is known. */
export function movedTo(moment: number, now: Playback, past: Stretch): Playback {
  const position = nearestIn(past, moment);
  return { ...now, position, isNearest: position !== moment };
}
