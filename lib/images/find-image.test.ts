import { expect, it } from 'vitest';
import { findImage } from './find-image';

const images = [
  { id: `sha256:${'ab'.repeat(32)}`, tags: ['web:1', 'web:latest'] },
  { id: `sha256:${'cd'.repeat(32)}`, tags: ['registry.test:5000/shop/api:2'] },
  { id: `sha256:${'12'.repeat(32)}`, tags: ['docker.io/library/web:3', 'docker.io/library/own'] },
  { id: `sha256:${'34'.repeat(32)}`, tags: ['localhost/own:latest'] },
];

it.each([
  [`sha256:${'ab'.repeat(32)}`, 0],
  ['abababababab', 0],
  ['ababab', null],
  ['web', 0],
  ['web:1', 0],
  ['web:2', null],
  ['registry.test:5000/shop/api:2', 1],
  ['registry.test:5000/shop/api', null],
  ['web:3', 2],
  ['own', 3],
  ['localhost/own', 3],
  ['shop/api:2', null],
])('%s', (ref, nth) => {
  expect(findImage(images, ref)).toBe(nth === null ? null : images[nth]);
});
