import { setTimeout as delay } from 'node:timers/promises';
import type { Lesson, Step } from '../../lib/lessons/lesson';
import { RECORDED, recordingOf } from '../../lib/lessons/recordings';
import type { LessonRecording } from '../../lib/protocol/shipped';
import { demand, type Outcome } from './command';
import { courseLesson } from './course-lesson';
import { makeUbuntu } from './images';
import { linesOf } from './lesson';
import { makeBusybox, removeLeftBehind } from './lesson-played';
import { SmallMachine } from './small-machine';
import { until } from './until';

/** What was done while it was recorded, and when: milliseconds since the epoch. */
export type Logged = { time: number } & (
  { typed: string; refused?: string } | { lesson: string; step: string }
);

/** Milliseconds that a step shows what was before it, that each line is given, and that what came of all is. */
const [BEFORE, AFTER_LINE, AFTER_ALL] = [2000, 2000, 6000];
const REGISTRY = '127.0.0.1:5000';

/** The first line of what refused a command; none where it was not. */
export function complaintOf({ code, stderr }: Outcome): { refused?: string } {
  const first = stderr.split('\n').find((line) => line !== '');
  return code === 0 || first === undefined ? {} : { refused: first };
}

/** Somebody who does a lesson on a machine where it can be done. */
export class LessonLearner {
  private constructor(
    readonly machine: SmallMachine,
    readonly lesson: Lesson,
    /** What of it is done in this recording. */
    private readonly steps: readonly Step[],
  ) {}

  static async start(recording: LessonRecording): Promise<LessonLearner> {
    const lesson = courseLesson(RECORDED[recording].lesson);
    const steps = lesson.steps.filter(({ id }) => recordingOf(lesson.id, id) === recording);
    const needs = (what: Step['requires'][number]) =>
      steps.some(({ requires }) => requires.includes(what));
    const machine = await SmallMachine.start({ usernsRemap: needs('remapped-daemon') });
    const learner = new LessonLearner(machine, lesson, steps);
    try {
      await makeUbuntu(machine);
      await makeBusybox(machine);
      if (needs('registry')) await learner.startRegistry();
      // As one comes to it who did what was before.
      if (steps[0] !== lesson.steps[0]) {
        for (const name of lesson.containers) {
          demand(await machine.cli('run', '-d', '--name', name, 'ubuntu', 'sleep', '1d'), name);
        }
      }
      return learner;
    } catch (error) {
      await learner.close();
      throw error;
    }
  }

  /** Does all steps one after the other, with time to look at each. */
  async doAll(): Promise<Logged[]> {
    const log: Logged[] = [];
    for (const step of this.steps) {
      log.push({ time: Date.now(), lesson: this.lesson.id, step: step.id });
      console.log(`# ${step.id}`);
      await delay(BEFORE);
      for (const line of linesOf(step)) {
        console.log(`$ ${line}`);
        const time = Date.now();
        // Whoever types is root; a small machine need not have `sudo`.
        const outcome = await this.machine.typeInside(line.replaceAll(/\bsudo /g, ''));
        log.push({ time, typed: line, ...complaintOf(outcome) });
        await delay(AFTER_LINE);
      }
      await delay(AFTER_ALL);
    }
    return log;
  }

  async close(): Promise<void> {
    await this.machine.close();
    removeLeftBehind();
  }

  /** A registry of images on the machine's loopback; it ends with the machine. */
  private async startRegistry(): Promise<void> {
    const storage = { filesystem: { rootdirectory: '/run/registry' } };
    const config = JSON.stringify({ version: 0.1, storage, http: { addr: REGISTRY } });
    this.machine.spawn(
      `echo '${config}' > /run/registry.json; exec docker-registry serve /run/registry.json > /dev/null 2>&1`,
    );
    const listens = async () =>
      (await this.machine.typeInside('ss -Hltn')).stdout.includes(REGISTRY);
    await until('the registry listens', listens, 20_000);
  }
}
