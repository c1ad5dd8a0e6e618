import { describe, expect, it } from 'vitest';
import { readingOfListing } from '../docker/container';
import { messagesFor } from './messages';

describe('what could not be read of a container', () => {
  it.each<[string, string, string, string]>([
    [
      'startedAt',
      'ENODATA',
      'When it was started: not known, for the engine does not tell it',
      '启动时间：未知，因为',
    ],
    [
      'pid',
      'EACCES',
      'Its first process: not known, for it may not be read',
      '首个进程：未知，因为',
    ],
    [
      'labels.a.b',
      'EINVAL',
      'Its labels (a.b): not known, for it is told in a way that makes no sense',
      '标签（a.b）：未知，因为',
    ],
    ['command', 'redacted', 'Its command: not known, for command lines are not shown', '启动命令'],
  ])('is said in words: %s, %s', (field, why, english, chinese) => {
    expect(messagesFor('en').inspector.container.unread(field, why)).toBe(english);
    expect(messagesFor('zh-CN').inspector.container.unread(field, why)).toContain(chinese);
  });

  it('has a word for each field that a container without an inspection lacks', () => {
    const listing = {
      id: 'a'.repeat(64),
      name: 'c1',
      image: 'x',
      imageId: null,
      state: null,
      labels: {},
      role: null,
    };
    const { unreadable } = readingOfListing(listing, 'EACCES');
    expect(Object.keys(unreadable).length).toBeGreaterThan(3);
    for (const language of ['en', 'zh-CN'] as const)
      for (const [field, why] of Object.entries(unreadable)) {
        const said = messagesFor(language).inspector.container.unread(field, why);
        expect(said, field).not.toMatch(/startedAt|joins|[a-z]+At|E[A-Z]{4}|^[a-z]/);
      }
  });
});
