import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseLesson } from '../parse';
import { SHIPPED_LESSONS } from '../shipped';

/* What docs/engines.md says of lessons with Podman is what the lessons say. */

const DOCUMENT = readFileSync(new URL('../../../docs/engines.md', import.meta.url), 'utf8');
/** The steps of a row, and whether it says that they can be done. */
const ROWS = [...DOCUMENT.matchAll(/^\| ((?:`[a-z]+\/[a-z0-9-]+`(?:, )?)+) +\| (yes|no)\b/gm)].map(
  ([, steps = '', can]) => ({
    steps: [...steps.matchAll(/`([^`]+)`/g)].map(([, step = '']) => step),
    can: can === 'yes',
  }),
);

const STEPS = SHIPPED_LESSONS.flatMap((id) => {
  const read = parseLesson(readFileSync(new URL(`${id}.yaml`, import.meta.url), 'utf8'));
  if ('problems' in read) throw new Error(`${id} has mistakes`);
  return read.lesson.steps.map((step) => ({ ...step, id: `${id}/${step.id}` }));
});

test('says of no other steps than there are, and of each once', () => {
  const told = ROWS.flatMap(({ steps }) => steps);
  expect(told.length).toBeGreaterThan(5);
  const ids = STEPS.map(({ id }) => id);
  expect(told.filter((step) => !ids.includes(step))).toEqual([]);
  expect(new Set(told).size).toBe(told.length);
});

test('says that those cannot be done which ask for Docker', () => {
  const asking = STEPS.flatMap(({ id, requires }) => (requires.includes('docker') ? id : []));
  expect(asking.length).toBeGreaterThan(0);
  expect(ROWS.flatMap(({ steps, can }) => (can ? [] : steps)).sort()).toEqual(asking.sort());
});

test('has a word on Podman in each step whose commands fail there as they are written, and in no other', () => {
  const told = STEPS.flatMap(({ id, podman }) => (podman === undefined ? [] : id));
  expect(told.sort()).toEqual([
    'images/pull',
    'images/push',
    'isolation/own-hand',
    'isolation/recap',
    'namespaces/mnt-read-only',
    'namespaces/recap',
    'process/own-hand',
  ]);
  const done = ROWS.flatMap(({ steps, can }) => (can ? steps : []));
  expect(told.filter((step) => !done.includes(step))).toEqual([]);
});
