import { once } from 'node:events';
import {
  createWriteStream,
  linkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  type WriteStream,
} from 'node:fs';
import { finished } from 'node:stream/promises';
import { constants, createGzip, type Gzip } from 'node:zlib';
import {
  formatLine,
  RECORDING_FORMAT,
  RECORDING_VERSION,
  type RecordingHeader,
  type RecordingLine,
} from '@lib/recording/format';
import { VERSION } from '@lib/model/version';

/** The first line of one that is made now. */
export function headerOf(anonymous: boolean): RecordingHeader {
  const createdAt = new Date().toISOString();
  const version = RECORDING_VERSION;
  return { format: RECORDING_FORMAT, version, createdAt, nsview: VERSION, anonymous };
}

/**
 * Writes a recording; every line leaves for the file at once, so that a kill loses next to none. It is
 * written beside its place until there is something in it, so that one that comes to nothing leaves
 * nothing, and takes nothing away. What is no file (a device, a pipe) is written to as it is.
 */
export class RecordingWriter {
  private readonly gzip: Gzip = createGzip();

  private constructor(
    private readonly file: WriteStream,
    private readonly place: string,
    private readonly force: boolean,
    /** Where it is meanwhile; null when it is in its place. */
    private beside: string | null,
  ) {
    this.gzip.pipe(file);
  }

  /** @param force write over what is there @throws the system's error, `EEXIST` among them */
  static async create(
    path: string,
    header: RecordingHeader,
    force: boolean,
  ): Promise<RecordingWriter> {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there !== undefined && !force) {
      throw Object.assign(new Error(`${path} is there already`), { code: 'EEXIST' });
    }
    const isFile = there === undefined || there.isFile();
    const place = there === undefined ? path : realpathSync(path);
    const beside = isFile ? `${place}.${process.pid}.part` : null;
    const file = createWriteStream(beside ?? place, { flags: beside === null ? 'w' : 'wx' });
    await once(file, 'open');
    const writer = new RecordingWriter(file, place, force, beside);
    writer.put(header);
    return writer;
  }

  /** Puts the file in its place: there is something in it. @throws `EEXIST` as `create` does */
  appear(): void {
    if (this.beside === null) return;
    if (this.force) renameSync(this.beside, this.place);
    else {
      // Unlike a rename, takes nobody's place who came meanwhile.
      linkSync(this.beside, this.place);
      unlinkSync(this.beside);
    }
    this.beside = null;
  }

  /** Leaves nothing of one that came to nothing. */
  discard(): void {
    if (this.beside !== null) rmSync(this.beside, { force: true });
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
    this.appear();
    this.put(line);
    this.gzip.end();
    await finished(this.file);
  }

  private put(line: RecordingHeader | RecordingLine): void {
    this.gzip.write(formatLine(line));
    this.gzip.flush(constants.Z_SYNC_FLUSH);
  }
}
