import { expect, test } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { sampleSnapshot } from '../layout/fixtures/sample-snapshot';
import { sharingGraph } from '../sharing/graph';
import { arcSentence } from './arc-sentence';

const messages = messagesFor('en');

function sentenceAmong(count: number): string {
  const names = Array.from({ length: count }, (_, nth) => `c${nth}`);
  const snapshot = sampleSnapshot(names.map((name) => ({ name, shares: { net: 'a' } })));
  const node = sharingGraph(snapshot).nodes.find(({ container }) => container.name === 'c1');
  if (node === undefined) throw new Error('c1 is not there');
  return arcSentence(node, 'net', snapshot.host.namespaces, messages);
}

test.each([
  ['en', 'ubuntu', 'c1, image ubuntu, running'],
  ['en', '', 'c1, running'],
  ['zh-CN', '', 'c1，running'],
] as const)('in %s, with the image “%s”: %s', (language, image, said) => {
  const { label } = messagesFor(language).sharing.node;
  expect(label('c1', image, 'running', null, [])).toBe(said);
});

test.each([
  [3, /with c0 and c2$/],
  [25, /with c0, c2, .* c23 and c24$/],
  [26, /with c0, c2, .*, c12 and 13 others$/],
  [300, /with c0, c2, .*, c12 and 287 others$/],
])('of %d that share, so many are told by name', (count, told) => {
  expect(sentenceAmong(count)).toMatch(told);
});
