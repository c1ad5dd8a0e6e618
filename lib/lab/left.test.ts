import { describe, expect, it } from 'vitest';
import { leftBy, leftByOthers, namesIn } from './left';
import type { LabThings } from './state';

const NOTHING: LabThings = { containers: [], images: [], networks: [], volumes: [], folders: [] };
const LEFT: LabThings = {
  ...NOTHING,
  containers: [
    { id: '1', name: 'c1', lesson: 'isolation' },
    { id: '2', name: 'c2', lesson: 'limits' },
  ],
  images: [{ id: '3', name: 'nsview-lab', lesson: 'lab' }],
  folders: ['/tmp/nsview-out'],
};

describe('what lessons have left', () => {
  it('is told by kind, without those of which there is nothing', () => {
    expect(namesIn(LEFT)).toEqual([
      ['containers', ['c1', 'c2']],
      ['images', ['nsview-lab']],
      ['folders', ['/tmp/nsview-out']],
    ]);
    expect(namesIn(NOTHING)).toEqual([]);
  });

  it.each<[string, LabThings, string[]]>([
    ['one lesson', leftBy(LEFT, 'isolation'), ['c1']],
    ['a lesson that has left nothing', leftBy(LEFT, 'kernel'), []],
    ['others', leftByOthers(LEFT, 'isolation'), ['c2', 'nsview-lab']],
    [
      'all, where none is followed',
      leftByOthers(LEFT, null),
      ['c1', 'c2', 'nsview-lab', '/tmp/nsview-out'],
    ],
  ])('by %s', (_, left, names) => {
    expect(namesIn(left).flatMap(([, each]) => each)).toEqual(names);
  });
});
