import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseFigures } from '@lib/figures-file/parse';
import { ROOT } from '../root';
import { readRecording } from '../source/recording-file';
import { Mistaken } from './mistaken';
import { atMoment, type Moment } from './moment';
import { picturesOf } from './pictures';

const course = readRecording(join(ROOT, 'public/recordings/course.jsonl.gz'));

/** A figure that is compared with the moment at `from`, in seconds. */
async function compared(from: number, change: (moment: Moment) => Moment = (moment) => moment) {
  const { figures } = parseFigures(
    `nsview: 1
sources: {course: {shipped: course}}
figures: [{output: a, from: course, text: fonts, view: {view: matrix, from: ${from}}}]
`,
  );
  const [entry] = figures;
  if (entry === undefined) throw new Error('the figure is one that is drawn');
  const recording = await course;
  return atMoment(recording, recording.duration, async (moment) => {
    try {
      return (await picturesOf(entry, change(moment))).map(({ svg }) => svg);
    } catch (error) {
      if (error instanceof Mistaken) return { path: error.path, mistake: error.mistake };
      throw error;
    }
  });
}

it('a moment that its recording has is compared with', async () => {
  const [svg] = [await compared(15)].flat();
  expect(svg).toContain('data-sign="appeared"');
});

it('one after its end is refused, and any where what is shown is of now', async () => {
  const most = (await course).duration / 1000;
  expect(await compared(999_999)).toEqual({
    path: ['view'],
    mistake: { code: 'too-late', most },
  });
  const ofNow = ({ snapshot, ask }: Moment): Moment => ({ snapshot, ask });
  expect(await compared(15, ofNow)).toEqual({ path: ['view'], mistake: { code: 'not-recorded' } });
});
