import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW_STATE, parseViewState } from '../view-state/view-state';
import { focusedOn, hasWandered, namesNoPicture } from './focus';

const stateOf = (search: string) => parseViewState(search).state;

describe('the focus of a step', () => {
  it.each([
    ['a view', '', 'view=lens&lens=net', '?view=lens&lens=net'],
    ['instead of another', '?view=processes&vantages=c1&tree=1', 'view=sharing', '?view=sharing'],
    ['a container in full', '', 'open=1&select=container:c1', '?open=1&select=container:c1'],
    ['filters go', '?stopped=0&q=c9&hide=shop', 'view=matrix', '?view=matrix'],
    [
      'what is no picture stays',
      '?theme=light&lang=zh-CN&projector=1&recording=course&at=3&lesson=isolation&step=2',
      'view=sharing',
      '?view=sharing&theme=light&lang=zh-CN&projector=1&recording=course&at=3&lesson=isolation&step=2',
    ],
    [
      'is no business of how the page looks',
      '?theme=light',
      'view=sharing&theme=dark&lesson=limits&step=9',
      '?view=sharing&theme=light',
    ],
  ])('%s', (_, before, focus, after) => {
    const state = focusedOn(stateOf(before), focus);
    expect(state).toEqual(stateOf(after));
    expect(hasWandered(state, focus)).toBe(false);
  });

  it('that is none leaves the picture as it is', () => {
    const state = stateOf('?view=matrix&q=c1');
    expect(focusedOn(state, undefined)).toEqual(state);
    expect(hasWandered(state, undefined)).toBe(false);
  });

  it.each([
    ['another view', '?view=matrix', true],
    ['another selection', '?view=sharing&select=container:c1', true],
    ['another filter', '?view=sharing&q=c1', true],
    ['another theme', '?view=sharing&theme=light', false],
    ['larger', '?view=sharing&projector=1', false],
  ])('a hand: %s', (_, search, wandered) => {
    expect(hasWandered(stateOf(search), 'view=sharing')).toBe(wandered);
  });

  it.each([
    ['?lesson=isolation&step=3', true],
    ['?lesson=isolation&theme=light', true],
    ['?lesson=isolation&view=matrix', false],
    ['?lesson=isolation&select=container:c1', false],
  ])('%s names no picture: %s', (search, none) => {
    expect(namesNoPicture(stateOf(search))).toBe(none);
  });

  it('a fresh page names none', () => expect(namesNoPicture(DEFAULT_VIEW_STATE)).toBe(true));
});
