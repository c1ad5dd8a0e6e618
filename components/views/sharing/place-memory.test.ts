import { afterEach, expect, test, vi } from 'vitest';
import { sampleSnapshot } from '@lib/layout/fixtures/sample-snapshot';
import { layOut } from '@lib/layout/sharing-layout';
import { lifetimesOf, sharingGraph } from '@lib/sharing/graph';
import { rememberedLayout, rememberLayout } from './place-memory';

afterEach(() => vi.unstubAllGlobals());

test('what stood on rails stands on them after a reload', () => {
  const kept = new Map<string, string>();
  const sessionStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  };
  vi.stubGlobal('window', { sessionStorage });
  const names = Array.from({ length: 20 }, (_, nth) => `c${nth}`);
  const graph = sharingGraph(sampleSnapshot(names.map((name) => ({ name, shares: { net: 'a' } }))));
  const layout = layOut(graph, { width: 1240, height: 840 }, null);
  expect([...layout.places.values()].filter(({ rail }) => rail !== undefined)).toHaveLength(1);
  rememberLayout({ layout, lifetimes: lifetimesOf(graph) });
  // The ties between them are found anew.
  expect(rememberedLayout()?.layout).toEqual({ ...layout, curves: [] });
});
