import { expect, it } from 'vitest';
import { commandMessagesFor } from '@lib/i18n/command-messages';
import type { RecordConfig } from '../config/record';
import { readConfig } from '../config/config';
import { COURSE } from '../lessons/shipped';
import { UsageError } from '../usage-error';
import { lessonNamed } from './lesson-named';

function asked(lesson?: string): RecordConfig {
  const flags = lesson === undefined ? [] : ['--lesson', lesson];
  const config = readConfig(['record', '-o', 'x', ...flags], {});
  if (!('command' in config) || config.command !== 'record') throw new Error('it is a record');
  return { ...config, messages: commandMessagesFor('en') };
}

it('is one that comes with nsview by its id, one in a file, or none', async () => {
  expect(await lessonNamed(asked())).toBeNull();
  expect(await lessonNamed(asked('isolation'))).toMatchObject({ id: 'isolation' });
  expect(await lessonNamed(asked(`${COURSE}/limits.yaml`))).toMatchObject({ id: 'limits' });
});

it('of a file that is not there, or is no lesson, it says so', async () => {
  await expect(lessonNamed(asked('nonesuch'))).rejects.toThrow(UsageError);
  await expect(lessonNamed(asked('nonesuch'))).rejects.toThrow(/nonesuch: ENOENT/);
  const itself = new URL(import.meta.url).pathname;
  await expect(lessonNamed(asked(itself))).rejects.toThrow(/the lesson has mistakes:\n.*:1: /);
});
