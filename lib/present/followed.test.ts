import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW_STATE, parseViewState } from '../view-state/view-state';
import { followedQuery, followedView, following } from './followed';

describe('followedQuery', () => {
  it.each([
    ['the view, the lens, what is selected', '?view=lens&lens=net&select=container:c1'],
    ['two that are compared', '?select=container:c1,container:c2'],
    ['a container in full', '?select=container:c1&open=1'],
    ['the step of a lesson', '?lesson=isolation&step=3'],
    ['filters, and the moment that is held', '?freeze=1&hide=shop&q=c1'],
  ])('has %s', (_, query) => {
    expect(followedQuery(query)).toBe(query);
  });

  it.each([
    ['language and theme', '?lang=zh-CN&theme=dark'],
    ['how much room there is', '?projector=1&inspector=0&rows=all'],
    ['the recording and where it stands: a seat tells', '?recording=course&at=12'],
    [
      'the past, and the way through it',
      '?past=2026-11-30T17:26:12Z&from=2026-11-30T17:24:10Z&timeline=5',
    ],
    ['what is not understood', '?view=everything&onclick=alert(1)'],
  ])('does not have %s', (_, query) => {
    expect(followedQuery(query)).toBe('');
  });

  it('is settled at once, whatever anybody wrote', () => {
    const name = fc.constantFrom('view', 'lens', 'select', 'open', 'types', 'q', 'hide', 'step');
    const pairs = fc.array(fc.tuple(name, fc.string({ unit: 'binary' })), { maxLength: 6 });
    fc.assert(
      fc.property(pairs, (written) => {
        const query = followedQuery(`?${new URLSearchParams(written).toString()}`);
        expect(followedQuery(query)).toBe(query);
        expect(followedView(following(DEFAULT_VIEW_STATE, query))).toBe(query);
      }),
      { numRuns: 300 },
    );
  });
});

it('who follows keeps how their own page looks', () => {
  const own = parseViewState('?lang=zh-CN&theme=light&view=kernel').state;
  expect(following(own, '?view=matrix')).toEqual({ ...own, view: 'matrix' });
});
