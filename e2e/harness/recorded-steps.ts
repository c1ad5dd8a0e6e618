import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A step of a lesson in its recording, and when that begins there, in milliseconds. */
export interface RecordedStep {
  step: string;
  at: number;
}

/** The steps of a lesson that comes with nsview, as its recording has them, in their order. */
export function recordedSteps(lesson: string): RecordedStep[] {
  const file = new URL(`../../public/recordings/lesson-${lesson}.jsonl.gz`, import.meta.url);
  return gunzipSync(readFileSync(file))
    .toString()
    .split('\n')
    .filter((line) => line.includes('"step":"') && !line.includes('"snapshot"'))
    .map((line): { at: number; step?: string } => JSON.parse(line))
    .flatMap(({ at, step }) => (step === undefined ? [] : [{ at, step }]));
}
