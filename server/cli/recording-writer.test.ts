import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RECORDING_FORMAT, RECORDING_VERSION, type RecordingHeader } from '@lib/recording/format';
import { RecordingWriter } from './recording-writer';

const HEADER: RecordingHeader = {
  format: RECORDING_FORMAT,
  version: RECORDING_VERSION,
  createdAt: '2026-11-23T15:30:00.000Z',
  nsview: '0.1.0',
  anonymous: false,
};

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'nsview-writer-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);
const isRecording = (name: string): boolean =>
  gunzipSync(readFileSync(at(name)))
    .toString()
    .includes(RECORDING_FORMAT);

describe('a recording', () => {
  it('that came to nothing leaves nothing', async () => {
    const writer = await RecordingWriter.create(at('x'), HEADER, false);
    writer.discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that came to nothing takes nothing away', async () => {
    writeFileSync(at('x'), 'an older one');
    const writer = await RecordingWriter.create(at('x'), HEADER, true);
    writer.discard();
    expect(readdirSync(folder)).toEqual(['x']);
    expect(readFileSync(at('x'), 'utf8')).toBe('an older one');
  });

  it('is in its place as soon as there is something in it', async () => {
    const writer = await RecordingWriter.create(at('x'), HEADER, false);
    expect(readdirSync(folder)).not.toContain('x');
    writer.appear();
    expect(readdirSync(folder)).toEqual(['x']);
    await writer.end({ at: 5, end: true });
    writer.discard();
    expect(isRecording('x')).toBe(true);
  });

  it('takes the place of another only when told to', async () => {
    writeFileSync(at('x'), 'an older one');
    const refused = RecordingWriter.create(at('x'), HEADER, false);
    await expect(refused).rejects.toMatchObject({ code: 'EEXIST' });
    const writer = await RecordingWriter.create(at('x'), HEADER, true);
    await writer.end({ at: 5, end: true });
    expect(readdirSync(folder)).toEqual(['x']);
    expect(isRecording('x')).toBe(true);
  });

  it('leaves in its place what came meanwhile', async () => {
    const writer = await RecordingWriter.create(at('x'), HEADER, false);
    writeFileSync(at('x'), 'quicker');
    expect(() => writer.appear()).toThrow('EEXIST');
    writer.discard();
    expect(readFileSync(at('x'), 'utf8')).toBe('quicker');
  });

  it('is written where a link leads', async () => {
    mkdirSync(at('there'));
    writeFileSync(at('there/x'), '');
    symlinkSync('there/x', at('x'));
    const writer = await RecordingWriter.create(at('x'), HEADER, true);
    await writer.end({ at: 5, end: true });
    expect(isRecording('there/x')).toBe(true);
  });

  it('goes through a pipe as it is', async () => {
    execFileSync('mkfifo', [at('x')]);
    const read = RecordingWriter.create(at('x'), HEADER, true);
    const other = readFile(at('x'));
    const writer = await read;
    await writer.end({ at: 5, end: true });
    writer.discard();
    expect(gunzipSync(await other).toString()).toContain(RECORDING_FORMAT);
    expect(readdirSync(folder)).toEqual(['x']);
  });

  it('cannot be made in a folder that is not there', async () => {
    const refused = RecordingWriter.create(at('none/x'), HEADER, false);
    await expect(refused).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
