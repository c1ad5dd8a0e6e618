import { describe, expect, it } from 'vitest';
import { courseMachine } from '../select/course-machine';
import { DEFAULT_VIEW_STATE, VIEWS } from '../view-state/view-state';
import { figureTree } from './figure';
import { PALETTES } from './palette';
import { rendered } from './svg';
import { trimmed } from './trimmed';

describe.each(VIEWS)('%s', (view) => {
  const figure = figureTree({
    snapshot: courseMachine,
    viewState: { ...DEFAULT_VIEW_STATE, view },
    size: { width: 1600, height: 1000 },
    ...{ theme: 'light', language: 'en', usage: null, timeZone: 'UTC' },
  });
  const cut = trimmed(figure, courseMachine, PALETTES.light);
  const svg = rendered(cut);

  it('has what is drawn of the machine, and no title', () => {
    const titles = /font-size="16" font-weight="600"/;
    expect(rendered(figure.tree)).toMatch(titles);
    expect(svg).not.toMatch(titles);
    for (const name of ['c1', 'c2']) expect(svg).toMatch(new RegExp(`[> ]${name}[< ]`));
  });

  it('has no more ground than what is drawn needs', () => {
    const { width, height } = cut.attributes;
    const area = Number(width) * Number(height);
    expect(area).toBeLessThan(figure.size.width * figure.size.height);
    if (view === 'sharing') expect(Number(height)).toBeLessThan(0.9 * figure.size.height);
  });
});

it('of nothing at all something is left to look at', () => {
  const nothing = { view: 'sharing' as const, size: { width: 960, height: 540 }, picture: [] };
  const { tree } = figureTree({
    snapshot: courseMachine,
    viewState: DEFAULT_VIEW_STATE,
    ...{ size: nothing.size, theme: 'light', language: 'en', usage: null, timeZone: 'UTC' },
  });
  const { width, height } = trimmed({ ...nothing, tree }, courseMachine, PALETTES.light).attributes;
  expect([width, height]).toEqual([48, 48]);
});
