import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { figuresJsonSchema } from './form';
import { parseFigures } from './parse';

const ROOT = new URL('../..', import.meta.url).pathname;
const OWN = readFileSync(`${ROOT}docs/figures.yaml`, 'utf8');
const validate = new Ajv2020({ strict: false }).compile(figuresJsonSchema());

it('the figures of the documentation are as they should be', () => {
  expect(parseFigures(OWN).problems).toEqual([]);
  expect(validate(parse(OWN))).toBe(true);
});

it('the example of the documentation is one', () => {
  const documentation = readFileSync(`${ROOT}docs/figures.md`, 'utf8');
  const [, example = ''] = /```yaml\n(nsview: 1\n[\s\S]*?)```/.exec(documentation) ?? [];
  expect(parseFigures(example).problems).toEqual([]);
  expect(validate(parse(example))).toBe(true);
});

it.each([
  ['field', 'theme: [light, dark]', 'tehme: light'],
  ['predicate', 'shares: [c1, c2, pid]', 'shares: [c1, c2, pod]'],
  ['size', 'size: [1000, 440]', 'size: [1000]'],
])('an editor sees a wrong %s', (_, right, wrong) => {
  expect(OWN).toContain(right);
  expect(validate(parse(OWN.replace(right, wrong)))).toBe(false);
});
