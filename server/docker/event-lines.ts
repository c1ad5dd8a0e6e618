import type { Readable } from 'node:stream';
import { parseEvent } from '@lib/docker/event';
import type { ContainerEvent } from '@lib/docker/reading';
import type { EventStream } from '../engine/engine-facade';

const MAX_LINE_CHARACTERS = 1024 * 1024;

/** A stream of lines that is being listened to. */
export interface LineStream extends EventStream {
  /** How many lines were no events, as far as they could be read. */
  readonly ignored: () => number;
}

/**
 * Calls `onEvent` for each container event in a stream of JSON lines, which can arrive split
 * anywhere. What is no event is counted and left out.
 *
 * @param onUnread called as soon as a line is longer than is read: an event carries all labels of its
 *   container, and these may be of any length
 */
export function readEvents(
  stream: Readable,
  onEvent: (event: ContainerEvent) => void,
  onUnread: () => void,
): LineStream {
  let rest = '';
  let ignored = 0;
  let overlong = false;
  const take = (line: string) => {
    if (line.trim() === '') return;
    const event = parseEvent(line);
    if (event === null) ignored += 1;
    else if (event !== 'other') onEvent(event);
  };
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    // The end of a line whose beginning was left out is no event.
    if (overlong && lines.length > 0) {
      lines.shift();
      overlong = false;
    }
    lines.forEach(take);
    if (overlong) rest = '';
    if (rest.length > MAX_LINE_CHARACTERS) {
      rest = '';
      overlong = true;
      onUnread();
    }
  });
  const closed = new Promise<void>((resolve) => {
    stream.on('close', resolve);
    // A daemon that dies makes an error and then the close that is waited for.
    stream.on('error', () => stream.destroy());
  });
  return { closed, ignored: () => ignored, close: () => stream.destroy() };
}
