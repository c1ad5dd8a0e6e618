import { expect, it } from 'vitest';
import { container, courseMachine } from '@lib/select/course-machine';
import { answerFindings } from './findings';
import { NotInRecording, type Informant } from './handler';

/* Of whom findings are told. */

const unread = () => Promise.reject(new NotInRecording());
const reader = container({ name: 'nsview-reader-1', pid: 95, role: 'reader' });
const snapshot = { ...courseMachine, containers: [...courseMachine.containers, reader] };
const machine: Informant = {
  ...{ fresh: () => Promise.resolve(snapshot), searched: () => Promise.resolve(snapshot) },
  ...{ usage: unread, inside: unread, use: unread, samples: unread, passage: unread },
  ...{ privileges: unread, images: unread, written: unread, writtenLately: unread, config: unread },
};

async function subjects(ref?: string) {
  const { findings, unknown } = await answerFindings(ref, machine);
  return new Set([...findings, ...unknown].map(({ subject }) => subject.name));
}

it('leaves out nsview’s own reader: it would be found each time for what it needs', async () => {
  expect(await subjects()).toEqual(
    new Set(courseMachine.containers.flatMap(({ name, pid }) => (pid === 0 ? [] : [name]))),
  );
});

it('tells of it who asks for it', async () => {
  expect(await subjects(reader.name)).toEqual(new Set([reader.name]));
});
