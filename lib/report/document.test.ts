import { expect, it } from 'vitest';
import { findingsSchema } from '../findings/finding';
import { messagesFor } from '../i18n/messages';
import { documentOf } from './document';
import { everything, found, nothing } from './fixtures/told';
import { markdownOf } from './markdown';
import { sarifOf } from './sarif';

const messages = messagesFor('en');

it('is what was told, in each format', () => {
  expect(findingsSchema.parse(JSON.parse(documentOf('json', everything, messages)))).toEqual(
    everything,
  );
  expect(JSON.parse(documentOf('sarif', everything, messages))).toEqual(
    sarifOf(everything, messages),
  );
  expect(documentOf('markdown', everything, messages)).toBe(markdownOf(everything, messages));
});

it('has nothing in it on which a terminal acts, and loses nothing of it', () => {
  const hostile = { ...nothing, findings: [found('privileged', 'a\u001b[2J\u202eb')] };
  for (const format of ['json', 'sarif', 'markdown'] as const) {
    expect(documentOf(format, hostile, messages)).not.toMatch(/[\u001b\u202e]/);
  }
  expect(JSON.parse(documentOf('json', hostile, messages))).toEqual(hostile);
});
