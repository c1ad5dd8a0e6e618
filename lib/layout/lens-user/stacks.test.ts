import { describe, expect, it } from 'vitest';
import { namespaceId } from '../../model/ids';
import type { IdMapRow, Namespace } from '../../model/namespace';
import { courseMachine } from '../../select/course-machine';
import { lensBoxes } from '../lens/lens-boxes';
import { mapInto, stacksOf } from './stacks';

const [vault] = courseMachine.namespaces.filter((each) => each.type === 'user' && !each.host);

/** The machine of the course with these user namespaces besides the host's. */
function withUsers(...others: (Partial<Namespace> & { nr: number })[]) {
  const namespaces = courseMachine.namespaces.filter((each) => each.type !== 'user' || each.host);
  if (vault === undefined) throw new Error('the course has vault');
  const made = others.map(({ nr, ...change }): Namespace => ({
    ...vault,
    id: namespaceId('user', String(nr)),
    containers: [],
    ...change,
  }));
  const snapshot = { ...courseMachine, namespaces: [...namespaces, ...made] };
  return stacksOf(lensBoxes(snapshot, 'user', new Set()));
}

describe('stacks of user namespaces', () => {
  it('are within the host’s, and one for all that lend the same ids in the same way', () => {
    const [host, ...others] = withUsers({ nr: 1 }, { nr: 2 }, { nr: 3, uidMap: [[0, 1000, 1]] });
    expect(others).toHaveLength(0);
    expect(host?.host).toBe(true);
    const ids = host?.children.map(({ boxes }) => boxes.map(({ key }) => key));
    // The one whose ids come first outside stands first.
    expect(ids).toEqual([['user:3'], ['user:1', 'user:2']]);
  });

  it('tell apart what lends other groups, has others in it, or has a map that is not known', () => {
    const other = namespaceId('user', '1');
    const [host] = withUsers(
      { nr: 1 },
      { nr: 2, gidMap: [[0, 5, 1]] },
      { nr: 3, parent: other, uidMap: [[0, 231_172, 1]] },
      { nr: 4, uidMap: null },
      { nr: 5, uidMap: null },
    );
    expect(host?.children).toHaveLength(4);
    const outer = host?.children.find(({ boxes: [box] }) => box?.key === other);
    // User 0 in there is user 100 of the one around it.
    expect(outer?.children[0]?.into).toEqual([[0, 100, 1]]);
  });

  it.each<[string, IdMapRow[], IdMapRow[], IdMapRow[]]>([
    ['to the host as it is', [[0, 0, 4_294_967_295]], [[0, 1000, 1]], [[0, 1000, 1]]],
    ['to a namespace by its numbers', [[0, 231_072, 65_536]], [[0, 232_072, 10]], [[0, 1000, 10]]],
    [
      'in parts where what is around it has its ids in parts',
      [
        [0, 1000, 1],
        [1, 100_000, 9],
      ],
      [
        [5, 1000, 1],
        [6, 100_000, 3],
      ],
      [
        [5, 0, 1],
        [6, 1, 3],
      ],
    ],
    ['nowhere where what is around it does not have them', [[0, 1000, 1]], [[0, 5000, 1]], []],
  ])('map %s', (_, around, map, into) => {
    expect(mapInto(around, map)).toEqual(into);
  });
});
