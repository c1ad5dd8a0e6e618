import { expect, it } from 'vitest';
import type { Written } from '../images/image';
import { RecordedLayers, recordedOf, type LayersReading } from './layers';

const row = (container: string, bytes: number): Written => ({
  ...{ engine: 'docker:a', container, bytes, unreadable: {} },
});
const reading = (bytes: number): LayersReading => ({
  images: { images: [], unreadable: {} },
  written: [row('c1', bytes)],
});

it('what was read last is told', () => {
  const layers = new RecordedLayers();
  expect(layers.at(0)).toBeNull();
  layers.put(500, reading(1));
  layers.put(2000, reading(2));
  expect(layers.at(1999)).toEqual(reading(1));
  expect(layers.at(2000)).toEqual(reading(2));
});

it('of a container that was not read it is told that it was not recorded', () => {
  const asked = ['c2', 'c1'].map((container) => ({ engine: 'docker:a', container }));
  expect(recordedOf(asked, [row('c1', 5)])).toEqual([
    { engine: 'docker:a', container: 'c2', bytes: null, unreadable: { bytes: 'not-recorded' } },
    row('c1', 5),
  ]);
});
