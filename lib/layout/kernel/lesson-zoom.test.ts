import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../i18n/messages';
import { courseMachine } from '../../select/course-machine';
import { layOutKernelView } from './kernel-layout';
import { lessonZoom } from './lesson-zoom';

const SCENE = {
  ...{ snapshot: courseMachine, whole: courseMachine },
  ...{ chosen: new Set<string>(), isOpen: false, messages: messagesFor('en') },
};

function heightAt(zoom: number, { width, height }: { width: number; height: number }): number {
  const room = { width: width / zoom, height: height / zoom };
  return layOutKernelView({ ...SCENE, room }).size.height * zoom;
}

describe('how large the kernel is drawn beside a lesson', () => {
  it.each([
    ['a screen of 1920×1080', { width: 1190, height: 900 }],
    ['a smaller one', { width: 794, height: 600 }],
    ['one with much room below', { width: 1190, height: 3000 }],
  ])('on %s all of it is in sight', (_, size) => {
    const zoom = lessonZoom(SCENE, size);
    expect(zoom).toBeGreaterThan(0.8);
    expect(heightAt(zoom, size)).toBeLessThanOrEqual(size.height);
  });

  it('is the larger, the more room there is', () => {
    const high = lessonZoom(SCENE, { width: 1190, height: 3000 });
    expect(high).toBeGreaterThan(lessonZoom(SCENE, { width: 1190, height: 900 }));
    expect(high).toBe(2.4);
  });

  it('is no smaller than for a class without a lesson where it does not fit', () => {
    expect(lessonZoom(SCENE, { width: 1190, height: 100 })).toBe(1.25);
  });
});
