import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { constants, createGzip, type Gzip } from 'node:zlib';
import { formatLine, type RecordingHeader, type RecordingLine } from '@lib/recording/format';

/** Writes a recording; every line leaves for the file at once, so that a kill loses next to none. */
export class RecordingWriter {
  private readonly gzip: Gzip = createGzip();

  private constructor(private readonly file: WriteStream) {
    this.gzip.pipe(file);
  }

  /** @param force write over what is there @throws the system's error, `EEXIST` among them */
  static async create(
    path: string,
    header: RecordingHeader,
    force: boolean,
  ): Promise<RecordingWriter> {
    const file = createWriteStream(path, { flags: force ? 'w' : 'wx' });
    await once(file, 'open');
    const writer = new RecordingWriter(file);
    writer.put(header);
    return writer;
  }

  /** Bytes that are in the file. */
  get bytes(): number {
    return this.file.bytesWritten;
  }

  /** Can what was written not be put down as fast as it comes? */
  get congested(): boolean {
    return this.gzip.writableNeedDrain;
  }

  /** Hears when the file can no longer be written, e.g. for want of space. */
  onError(listener: (error: Error) => void): void {
    this.file.on('error', listener);
    this.gzip.on('error', listener);
  }

  /** Hears when it is congested no more. */
  onDrain(listener: () => void): void {
    this.gzip.on('drain', listener);
  }

  write(line: RecordingLine): void {
    this.put(line);
  }

  async end(line: RecordingLine): Promise<void> {
    this.put(line);
    this.gzip.end();
    await finished(this.file);
  }

  private put(line: RecordingHeader | RecordingLine): void {
    this.gzip.write(formatLine(line));
    this.gzip.flush(constants.Z_SYNC_FLUSH);
  }
}
