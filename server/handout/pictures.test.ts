import { describe, expect, it } from 'vitest';
import { commandMessagesFor } from '@lib/i18n/command-messages';
import type { Lesson } from '@lib/lessons/lesson';
import { shippedLessons } from '../lessons/shipped';
import { recordedPictures } from './pictures';

async function isolation(): Promise<Lesson> {
  const lessons = await shippedLessons(commandMessagesFor('en'));
  const read = lessons.find(({ id }) => id === 'isolation')?.read;
  if (read === undefined || 'mistakes' in read) throw new Error('it comes with nsview');
  return read.lesson;
}

describe('the pictures of a handout', () => {
  it('show what there was before each step was done', async () => {
    const lesson = await isolation();
    const pictures = await recordedPictures(lesson);
    const running = (id: string) => {
      const step = lesson.steps.find((each) => each.id === id);
      const sight = step === undefined ? null : pictures(step);
      return sight?.snapshot.containers.filter(({ pid }) => pid > 0).map(({ name }) => name);
    };
    expect(running('start-c1')).toEqual([]);
    expect(running('start-c2')).toEqual(['c1']);
    expect(running('join')).toEqual(['c1']);
    expect(running('ps-in-both')?.toSorted()).toEqual(['c1', 'c2']);
  });

  it('tell as much as the view that a step shows', async () => {
    const lesson = await isolation();
    const step = lesson.steps.find(({ focus }) => focus?.includes('view=lens'));
    if (step === undefined) throw new Error('there is one');
    expect((await recordedPictures(lesson))(step)?.insides?.size).toBeGreaterThan(0);
  });

  it('are none of a lesson that was not recorded', async () => {
    const lesson = { ...(await isolation()), id: 'mine' };
    const pictures = await recordedPictures(lesson);
    expect(lesson.steps.map(pictures).filter((each) => each !== null)).toEqual([]);
  });
});
