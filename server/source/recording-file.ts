import { createReadStream } from 'node:fs';
import { constants, createGunzip } from 'node:zlib';
import { RecordingError, RecordingParser, type Recording } from '@lib/recording/parse';

/** Bytes of text: what is larger would not fit in memory together with what is made of it. */
const MAX_BYTES = 512 * 1024 * 1024;

/**
 * Reads a recording. One that was cut off (its recorder was killed) is read up to its last whole
 * line.
 *
 * @param taken is told of each line that was read
 * @throws RecordingError when it is not one; the system's own error when it cannot be read at all
 */
export async function readRecording(
  path: string,
  taken: (line: string) => void = () => undefined,
): Promise<Recording> {
  const parser = new RecordingParser();
  const file = createReadStream(path);
  // Flushing at the end instead of finishing: what was cut off is no error.
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  file.once('error', (error) => gunzip.destroy(error));
  try {
    for await (const line of wholeLines(file.pipe(gunzip))) {
      parser.take(line);
      taken(line);
    }
  } catch (error) {
    throw isZlibError(error) ? new RecordingError({ kind: 'format' }) : error;
  } finally {
    file.destroy();
  }
  return parser.finish();
}

async function* wholeLines(parts: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let rest: string[] = [];
  for await (const part of parts) {
    bytes += part.length;
    if (bytes > MAX_BYTES) throw new RecordingError({ kind: 'size', most: `${MAX_BYTES} bytes` });
    const pieces = decoder.decode(part, { stream: true }).split('\n');
    const last = pieces.pop() ?? '';
    for (const piece of pieces) {
      yield rest.join('') + piece;
      rest = [];
    }
    rest.push(last);
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));
}
