import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MissingCharacter, type Text } from '@lib/figure/outlined';
import type { Recording } from '@lib/recording/parse';
import { DEFAULT_VIEW_STATE, VIEWS, type View } from '@lib/view-state/view-state';
import { ROOT } from '../root';
import { readRecording } from '../source/recording-file';
import { drawSvg, type Wanted } from './draw';
import { atMoment, type Moment } from './moment';
import { png } from './png';

const course = readRecording(join(ROOT, 'public/recordings/course.jsonl.gz'));

function atEnd<T>(recording: Recording, use: (moment: Moment) => Promise<T>): Promise<T> {
  return atMoment(recording, recording.duration, use);
}

async function drawing(
  view: View,
  { text = 'outlines', ...wanted }: Partial<Wanted> & { text?: Text } = {},
): Promise<string> {
  return atEnd(await course, (moment) =>
    drawSvg(moment, text, {
      viewState: { ...DEFAULT_VIEW_STATE, view },
      size: { width: 960, height: 540 },
      ...{ theme: 'light', language: 'en', name: view },
      ...wanted,
    }),
  );
}

const idsIn = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

describe.each(VIEWS)('%s', (view) => {
  it('is the same to the byte, in outlines that need no font, with nothing outside', async () => {
    const svg = await drawing(view);
    expect(await drawing(view)).toBe(svg);
    expect(svg).not.toMatch(/<text|font-face|<foreignObject|<script|<image|href="[^#]/);
    for (const [, id] of svg.matchAll(/href="#([^"]+)"/g)) expect(idsIn(svg)).toContain(id);
  });

  it('shares no id with a figure of another name', async () => {
    const [one, other] = await Promise.all([drawing(view), drawing(view, { name: 'other' })]);
    expect(idsIn(one)).not.toEqual([]);
    expect(idsIn(one).filter((id) => idsIn(other).includes(id))).toEqual([]);
  });

  it('is written in Chinese with the Chinese font', async () => {
    expect(await drawing(view, { language: 'zh-CN' })).not.toContain('<text');
  });
});

it('a moment is that of the recording, and what namespaces isolate then is told', async () => {
  const recording = await course;
  const names = (moment: Moment) =>
    Promise.resolve(moment.snapshot.containers.map(({ name }) => name).sort());
  expect(await atMoment(recording, 0, names)).toEqual([]);
  expect(await atEnd(recording, names)).toEqual(['c1', 'c2']);
  const told = await atEnd(recording, (moment) =>
    moment.ask({ name: 'inside', namespace: moment.snapshot.host.namespaces.net ?? '' }),
  );
  expect(told).toHaveProperty('answer');
});

describe('a character that no font has', () => {
  const named = async (text: Text) => {
    const recording = await course;
    return atEnd(recording, ({ snapshot, ask }) => {
      const containers = snapshot.containers.map((each) => ({ ...each, name: `${each.name}😀` }));
      return drawSvg({ snapshot: { ...snapshot, containers }, ask }, text, {
        viewState: { ...DEFAULT_VIEW_STATE, view: 'matrix' },
        size: { width: 960, height: 540 },
        ...{ theme: 'light', language: 'en', name: 'odd' },
      });
    });
  };

  it('is an error that names it, where text is drawn as outlines', async () => {
    await expect(named('outlines')).rejects.toThrow(MissingCharacter);
    await expect(named('outlines')).rejects.toMatchObject({
      character: '😀',
      text: expect.stringContaining('c1😀'),
    });
  });

  it('is left to the machine of who reads it, where text stays text', async () => {
    expect(await named('fonts')).toContain('c1😀');
  });
});

it('text stays text where it is asked for, with fonts that have its characters alone', async () => {
  const svg = await drawing('sharing', { text: 'fonts', language: 'zh-CN' });
  expect(svg).toContain('>c1</text>');
  const families = [...svg.matchAll(/font-family:'([^']+)'/g)].map(([, name]) => name);
  expect(new Set(families)).toEqual(new Set(['Inter', 'JetBrains Mono', 'Noto Sans SC']));
  // The Chinese font alone has two megabytes.
  expect(svg.length).toBeLessThan(120_000);
  expect(await drawing('sharing', { text: 'fonts', language: 'zh-CN' })).toBe(svg);
});

it('a PNG is as large as it is asked for, and the same each time', async () => {
  const svg = await drawing('sharing');
  const bytes = Buffer.from(await png(svg, 2));
  const [, height = '0'] = /<svg [^>]*height="(\d+)"/.exec(svg) ?? [];
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1920, 2 * Number(height)]);
  expect(Buffer.from(await png(svg, 2)).equals(bytes)).toBe(true);
});
