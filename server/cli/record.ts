import { printable } from '@lib/table/printable';
import { clockTime } from '@lib/recording/clock-time';
import type { RecordConfig } from '../config/record';
import { UsageError } from '../usage-error';
import { lessonNamed } from './lesson-named';
import { recordMachine } from './record-machine';
import { headerOf, RecordingWriter } from './recording-writer';

/** `nsview record`: what changes on this machine, to a file, until a signal or its time ends it. */
export async function record(config: RecordConfig): Promise<void> {
  const lesson = await lessonNamed(config);
  const writer = await openWriter(config);
  try {
    const { anonymous, inside, duration: lasts, output, messages } = config;
    const recorder = await recordMachine(writer, { anonymous, inside, lesson, lasts }, config);
    const { passed, changes, size } = recorder;
    const file = printable(output);
    process.stderr.write(`${messages.cli.recorded(file, clockTime(passed), changes, size)}\n`);
  } finally {
    writer.discard();
  }
}

async function openWriter({
  output,
  anonymous,
  force,
  messages: { cli },
}: RecordConfig): Promise<RecordingWriter> {
  const header = headerOf(anonymous);
  try {
    return await RecordingWriter.create(output, header, force);
  } catch (error) {
    const file = printable(output);
    const there = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(there ? cli.exists(file) : cli.cannotWrite(file, printable(why)));
  }
}
