import { describe, expect, it } from 'vitest';
import type { Insides } from '../inside/insides';
import { namespaceId } from '../model/ids';
import { courseMachine } from '../select/course-machine';
import { DEFAULT_VIEW_STATE } from '../view-state/view-state';
import { drawFigure, type FigureRequest } from './figure';

/* The user lens as a golden figure, of the machine of the course: with what was told of vault, and without. */

const vault = namespaceId('user', '4026532399');
/** What a machine with a remapped container answered, by the file names of Debian's images. */
const told: Insides = new Map([
  [
    vault,
    {
      is: 'answered',
      answer: {
        ...{ type: 'user', uidMap: [[0, 231_072, 65_536]], gidMap: [[0, 231_072, 65_536]] },
        ...{ setgroups: 'allow', names: { inside: { '0': 'root', '100': 'vault' }, outside: {} } },
        ...{ through: 'pid 9000', unreadable: {} },
      },
    },
  ],
]);
/** Its second process runs as a user of its own. */
const snapshot = {
  ...courseMachine,
  processes: courseMachine.processes.map((each) =>
    each.pid === 9001 ? { ...each, uid: 231_172 } : each,
  ),
};

const request = (changes: Partial<FigureRequest>): FigureRequest => ({
  snapshot,
  viewState: { ...DEFAULT_VIEW_STATE, view: 'lens', lens: 'user' },
  size: { width: 1200, height: 700 },
  theme: 'dark',
  language: 'en',
  usage: null,
  timeZone: 'UTC',
  ...changes,
});

describe('the user lens of the machine of the course', () => {
  it.each<[string, Partial<FigureRequest>]>([
    ['told', { insides: told }],
    ['untold', {}],
    ['zh', { insides: told, language: 'zh-CN', theme: 'light' }],
  ])('is as it was, %s', async (name, changes) => {
    const { svg } = drawFigure(request(changes));
    await expect(svg).toMatchFileSnapshot(`golden/users-${name}.svg`);
  });
});
