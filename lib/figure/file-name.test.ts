import { expect, it } from 'vitest';
import { fileName } from './file-name';

const TIME = Date.parse('2026-11-23T15:30:00.250Z');

it.each([
  ['sharing', 'web1', 'svg', 'nsview-sharing-web1-2026-11-23T15-30-00Z.svg'],
  ['snapshot', 'a.b.c', 'json', 'nsview-snapshot-a-b-c-2026-11-23T15-30-00Z.json'],
  ['lens', '../../etc/passwd', 'png', 'nsview-lens--etc-passwd-2026-11-23T15-30-00Z.png'],
  ['matrix', '', 'svg', 'nsview-matrix-2026-11-23T15-30-00Z.svg'],
])('%s of %j', (what, hostname, ending, expected) => {
  expect(fileName(what, hostname, TIME, ending)).toBe(expected);
});
