import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { RecordingError } from '@lib/recording/parse';
import { LESSON_RECORDINGS, OFFERED_RECORDINGS, SHIPPED_RECORDINGS } from '@lib/protocol/shipped';
import { readRecording } from './recording-file';

const shipped = (name: string) =>
  new URL(`../../public/recordings/${name}.jsonl.gz`, import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'nsv-recording-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(content: Buffer | string): string {
  const path = join(folder, 'x.jsonl.gz');
  writeFileSync(path, content);
  return path;
}

it('those of lessons are small together', () => {
  const bytes = LESSON_RECORDINGS.map((name) => readFileSync(shipped(name)).length);
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(600_000);
});

describe.each(SHIPPED_RECORDINGS)('the recording %s', (name) => {
  it('opens, whole, and tells nothing of the machine that it was made on', async () => {
    const { header, complete, duration, timeline, typed } = await readRecording(shipped(name));
    expect({ anonymous: header.anonymous, complete }).toEqual({ anonymous: true, complete: true });
    expect(duration).toBeGreaterThan(20_000);
    expect(typed.length).toBeGreaterThan(2);
    for (const at of timeline.changes) {
      const { host, processes, engines } = timeline.snapshotOf(timeline.indexAt(at));
      expect(host).toMatchObject({ hostname: 'host', kernel: expect.stringMatching(/^[\d.]+$/) });
      expect(engines.map(({ endpoint }) => endpoint)).toEqual(['unix:///run/docker.sock']);
      for (const { cgroup } of processes) expect(cgroup ?? '/').toMatch(/^\/(docker\/[0-9a-f]+)?$/);
    }
    const text = gunzipSync(readFileSync(shipped(name))).toString();
    // Within a path they are folders of the engine's.
    const paths = text.match(/(?<=["\s=:,])\/(home|root|tmp|work|mnt|opt)\/[^"]*/g) ?? [];
    // runc makes some of these, on every machine; a lesson has the others made.
    const known = /^\/tmp\/(runc-process|nsview-(hello|notes|out)\b)/;
    expect(paths.filter((path) => !known.test(path))).toEqual([]);
  });
});

describe.each(OFFERED_RECORDINGS)('the recording %s', (name) => {
  it('has at every moment what the namespaces of the host and of containers isolate', async () => {
    const { timeline, readings } = await readRecording(shipped(name));
    let asked = 0;
    for (let at: number | null = 0, index = 0; at !== null; at = timeline.nextAt(index++)) {
      const snapshot = timeline.snapshotOf(index);
      for (const { id, lifetime, host, type, containers } of snapshot.namespaces) {
        // Pictures have the numbers of processes; runc's own, while it makes a container, are gone at once.
        if (type === 'pid' || (!host && containers.length === 0)) continue;
        asked += 1;
        expect(readings.at(at, id, lifetime), `${id} at ${at}`).not.toBeNull();
      }
    }
    expect(asked).toBeGreaterThan(50);
  });

  it('has what made the layers of the image, and what containers have written', async () => {
    const { timeline, layers, duration } = await readRecording(shipped(name));
    const { containers } = timeline.snapshotOf(timeline.indexAt(duration));
    const { images, written } = layers.at(duration) ?? {};
    expect(images?.unreadable).toEqual({});
    expect(images?.images.map(({ tags }) => tags)).toEqual([['ubuntu:latest']]);
    const running = containers.filter(({ pid }) => pid > 0).map(({ id }) => id);
    expect(written?.map(({ container }) => container).toSorted()).toEqual(running.toSorted());
  });

  it('opens wherever it is cut off, or says that nothing of it is left', async () => {
    const whole = readFileSync(shipped(name));
    let frames = 0;
    for (let share = 0; share < 1; share += 0.04) {
      const cut = fileWith(whole.subarray(0, Math.floor(whole.length * share)));
      const opened = await readRecording(cut).catch((error: unknown) => error);
      if (opened instanceof RecordingError) {
        expect(opened.problem).toEqual({ kind: 'format' });
        expect(frames, 'once there was something, more shows more').toBe(0);
      } else {
        expect(opened).toMatchObject({ complete: false });
        const { timeline } = opened as Awaited<ReturnType<typeof readRecording>>;
        const count = timeline.indexAt(Infinity) + 1;
        expect(count).toBeGreaterThanOrEqual(frames);
        frames = count;
      }
    }
    expect(frames).toBeGreaterThan(10);
  });
});

describe('what is no recording', () => {
  it.each<[string, Buffer | string]>([
    ['an empty file', ''],
    ['a text', 'hello\n'],
    ['a compressed text', gzipSync('hello\n')],
    ['compressed nothing', gzipSync('')],
    ['bytes', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))],
  ])('%s is told', async (_name, content) => {
    await expect(readRecording(fileWith(content))).rejects.toMatchObject({
      problem: { kind: 'format' },
    });
  });

  it('a broken byte in the middle is told', async () => {
    const broken = Buffer.from(readFileSync(shipped('course')));
    broken.fill(0xff, 1500, 1540);
    await expect(readRecording(fileWith(broken))).rejects.toBeInstanceOf(RecordingError);
  });

  it('a file that is not there, or a folder, is told in the words of the system', async () => {
    await expect(readRecording(join(folder, 'none'))).rejects.toThrow('ENOENT');
    await expect(readRecording(folder)).rejects.toThrow('EISDIR');
  });

  it('takes characters that are cut in two by the buffers they come in', async () => {
    const text = gunzipSync(readFileSync(shipped('course'))).toString();
    const long = 'é€😀'.repeat(50_000);
    const lines = text.replace('"nsview":"0.1.0"', `"nsview":"x${long}"`);
    expect((await readRecording(fileWith(gzipSync(lines)))).header.nsview).toBe(`x${long}`);
  });
});
