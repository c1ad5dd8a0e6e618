import { describe, expect, it } from 'vitest';
import { courseMachine } from '../../select/course-machine';
import type { Process } from '../../model/process';
import { sansWidth } from '../node-text';
import { DOT_LOOKS } from './dot-look';
import { dotHalf, dotText } from './dot-text';
import { lensBoxes } from './lens-boxes';
import { layOutLens } from './lens-layout';

const [first] = courseMachine.processes;
if (first === undefined) throw new Error('the course has processes');
const numbered = (pid: number): Process => ({ ...first, pid, nsPids: [pid] });

describe.each([1, 42, 563, 4194, 41943, 419430, 4194304])('a dot of process %i', (pid) => {
  it.each(DOT_LOOKS.filter(({ says }) => says !== 'nothing'))(
    'says its number so that it can be read, radius $radius',
    (look) => {
      const process = numbered(pid);
      const { number } = dotText(process, look);
      expect(number?.text).toBe(String(pid));
      expect(number?.size).toBeGreaterThanOrEqual(11);
      const width = sansWidth(String(pid), number?.size ?? 0, true);
      expect(width).toBeLessThan(2 * dotHalf(process, look) - 4);
    },
  );

  it('has room beside others like it', () => {
    const machine = {
      ...courseMachine,
      processes: courseMachine.processes.map((each, index) => {
        return { ...each, nsPids: [pid + index] };
      }),
    };
    for (const height of [100, 300, 600]) {
      const { boxes, look } = layOutLens(lensBoxes(machine, 'net', new Set()), {
        width: 500,
        height,
      });
      for (const { dots, x, width } of boxes) {
        for (const dot of dots) {
          const half = dotHalf(dot.process, look);
          expect(dot.x - half).toBeGreaterThanOrEqual(x);
          expect(dot.x + half).toBeLessThanOrEqual(x + width);
          const beside = dots.filter((other) => other !== dot && other.y === dot.y);
          for (const other of beside) {
            const apart = half + dotHalf(other.process, look);
            expect(Math.abs(other.x - dot.x)).toBeGreaterThanOrEqual(apart);
          }
        }
      }
    }
  });
});
