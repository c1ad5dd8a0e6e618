import { expect, it } from 'vitest';
import { messagesFor } from '../../i18n/messages';
import { sampleMount } from '../../inside/fixtures/sample-mount';
import type { Tag } from '../../layout/lens-mnt/tags';
import { tagSentence } from './mnt-said';

const tag = (change: Partial<Tag> = {}): Tag => ({
  ...{ mount: sampleMount({ target: '/data' }), writable: false, danger: null, source: '/srv' },
  ...{ covers: false, spoken: false },
  ...change,
});

it.each([
  ['en', {}, '/data from /srv (ro)'],
  ['en', { spoken: true }, '/data from /srv (ro), which this step is about'],
  ['zh-CN', { spoken: true }, '/data，来自 /srv（ro），这一步讲的就是它'],
] as const)('says of a mount in %s, where it is %j', (language, change, said) => {
  expect(tagSentence(tag(change), messagesFor(language))).toBe(said);
});

it('says why it is dangerous after that', () => {
  const said = tagSentence(tag({ spoken: true, danger: 'engine' }), messagesFor('en'));
  expect(said).toMatch(/, which this step is about, dangerous: /);
});
