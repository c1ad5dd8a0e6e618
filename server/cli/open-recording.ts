import { RecordingError, type Recording } from '@lib/recording/parse';
import { RECORDING_VERSION } from '@lib/recording/format';
import { printable } from '@lib/table/printable';
import type { CommonConfig } from '../config/common';
import { UsageError } from '../usage-error';
import { readRecording } from '../source/recording-file';

/** The recording in a file. @param taken is told of each line that was read @throws UsageError with the reason, when it cannot be opened */
export async function openRecording(
  path: string,
  { messages: { cli } }: CommonConfig,
  taken?: (line: string) => void,
): Promise<Recording> {
  try {
    return await readRecording(path, taken);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const why =
      error instanceof RecordingError
        ? cli.recordingProblem(error.problem, RECORDING_VERSION)
        : error.message;
    throw new UsageError(cli.cannotOpen(printable(path), printable(why)));
  }
}
