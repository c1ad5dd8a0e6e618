import { describe, expect, it } from 'vitest';
import type { Image, Layer } from './image';
import { sumOfLayers } from './sum-of-layers';

const layer = (digest: string, bytes: number | null): Layer => ({
  ...{ digest, bytes },
  ...{ instruction: null, sharedWith: [] },
});

const image = (id: string, tags: string[], layers: Image['layers'] = []): Image => ({
  ...{ engine: 'docker:a', id: `sha256:${id}`, tags, layers },
  ...{ bytes: 0, steps: null, containers: [], unreadable: {} },
});

describe('sumOfLayers', () => {
  const base = image('1', ['base'], [layer('x', 100)]);
  const onBase = image('2', ['web'], [layer('x', 100), layer('y', 20)]);

  it('what two share counts once', () => {
    expect(sumOfLayers([base, onBase])).toEqual({ layers: 2, once: 120, copies: 220 });
  });
  it('the same upon another is another', () => {
    const other = image('3', ['odd'], [layer('z', 1), layer('x', 100)]);
    expect(sumOfLayers([base, other])).toEqual({ layers: 3, once: 201, copies: 201 });
  });
  it('another engine has its own', () => {
    const elsewhere = { ...base, engine: 'docker:b' };
    expect(sumOfLayers([base, elsewhere])).toEqual({ layers: 2, once: 200, copies: 200 });
  });
  it('one that is not clear makes the sum unknown', () => {
    const unclear = image('4', ['loaded'], [layer('q', null)]);
    expect(sumOfLayers([base, unclear])).toEqual({ layers: 2, once: null, copies: null });
  });
  it('one of which no layers are told leaves it open, and counts none', () => {
    const untold = image('5', ['many'], null);
    expect(sumOfLayers([base, untold])).toEqual({ layers: 1, once: null, copies: null });
  });
  it('none', () => expect(sumOfLayers([])).toEqual({ layers: 0, once: 0, copies: 0 }));
});
