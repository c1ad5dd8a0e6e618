import { expect, it } from 'vitest';
import { node, rendered } from './svg';

it.each([
  [1.005, '1'],
  [-0.001, '0'],
  [12.3456, '12.35'],
  [-7.5, '-7.5'],
])('writes %d as %s', (value, text) => {
  expect(rendered(node('line', { x1: value }))).toBe(`<line x1="${text}"/>\n`);
});

it('rounds what paths are made of', () => {
  const d = 'M0.123456,-9.87654A52,52,0,0,1,1e-9,3Z';
  expect(rendered(node('path', { d }))).toBe('<path d="M0.12,-9.88A52,52,0,0,1,0,3Z"/>\n');
});

it('puts an element a line, and text beside nothing', () => {
  const tree = node('g', {}, node('text', { y: 1 }, 'a < b'), node('g', { id: null }));
  expect(rendered(tree)).toBe('<g>\n  <text y="1">a &lt; b</text>\n  <g/>\n</g>\n');
});
