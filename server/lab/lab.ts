import type { LabCommands, LabRun } from '@lib/lab/run';
import type { LabCleaned, LabCommand, LabState, LabThings } from '@lib/lab/state';
import type { LabReason } from '@lib/lab/word';
import { commandsOf } from '@lib/lessons/commands-of';
import type { Lesson, Step } from '@lib/lessons/lesson';
import { withNames } from '@lib/lessons/names';
import type { Call, Ruling } from './call';
import { rulingOf } from './calls/calls';
import { DockerCommand, programPath } from './docker';
import { Images } from './images';
import { cleanUp, leftBehind } from './left';
import { DEADLINE, perform, reasonOf } from './perform';
import { Refusal } from './refusal';
import type { Tell } from './running';

/** What answers as an engine now: where it listens. */
export type EnginesNow = () => Promise<readonly string[]>;

export interface LabOptions {
  engines: EnginesNow;
  environment: Readonly<Record<string, string | undefined>>;
  /** May the arguments of processes be shown? */
  args: boolean;
}

const NOTHING: LabThings = { containers: [], images: [], networks: [], volumes: [], folders: [] };

/** Runs commands of lessons on this machine, one at a time, each by an entry of the table of calls. */
export class Lab {
  readonly #images = new Images();
  #running: { what: LabCommand; end: AbortController; ended: Promise<unknown> } | null = null;

  constructor(private readonly options: LabOptions) {}

  async state(): Promise<LabState> {
    const running = this.#running?.what ?? null;
    try {
      const docker = await this.#docker();
      const left = await leftBehind(docker, AbortSignal.timeout(DEADLINE.short * 1000));
      return { state: 'ready', because: null, left, running };
    } catch (error) {
      return { state: 'unavailable', because: reasonOf(error), left: NOTHING, running };
    }
  }

  /** Of each command of a lesson, whether it can be run. */
  commands(lesson: Lesson): LabCommands {
    return lesson.steps.flatMap((step) =>
      commandsOf(step).map((line, command) => {
        const ruling = this.#ruling(line);
        const at = { step: step.id, command };
        return 'call' in ruling
          ? { ...at, runs: true as const, rule: { code: ruling.call.rule } }
          : { ...at, runs: false as const, because: ruling.because };
      }),
    );
  }

  /**
   * Runs a command of a lesson.
   * @returns what does it, whose every event is told; `refused` where nothing is run
   */
  run(
    { step: stepId, command, suffix }: LabRun,
    lesson: Lesson,
  ): { start: (tell: Tell) => Promise<void> } | { refused: LabReason } {
    if (this.#running !== null) {
      const { lesson: of, step } = this.#running.what;
      return { refused: { code: 'busy', lesson: of, step } };
    }
    const step = lesson.steps.find(({ id }) => id === stepId);
    if (step === undefined) return { refused: { code: 'no-step', step: stepId } };
    const typed = commandsOf(step)[command];
    if (typed === undefined) {
      return { refused: { code: 'no-command', command: String(command) } };
    }
    const line = withNames({ suffix }, lesson, typed);
    const ruling = this.#ruling(line);
    if ('because' in ruling) return { refused: ruling.because };
    const what = { lesson: lesson.id, step: stepId, command };
    return { start: (tell) => this.#start(what, ruling.call, { lesson, step, line, tell }) };
  }

  /** Ends what runs. @returns what that was; null: nothing ran */
  async stop(): Promise<LabCommand | null> {
    const running = this.#running;
    if (running === null) return null;
    running.end.abort(new Refusal({ code: 'stopped' }));
    await running.ended;
    return running.what;
  }

  /** Removes what lessons have made. @param lesson null: of all. @throws Refusal */
  async clean(lesson: string | null): Promise<LabCleaned> {
    await this.stop();
    return cleanUp(await this.#docker(), lesson, AbortSignal.timeout(DEADLINE.long * 1000));
  }

  #ruling(line: string): Ruling {
    const ruling = rulingOf(line);
    if (!('call' in ruling)) return ruling;
    const { needsRoot, showsArguments } = ruling.call;
    if (needsRoot === true && process.getuid?.() !== 0) return { because: { code: 'needs-root' } };
    if (showsArguments === true && !this.options.args) {
      return { because: { code: 'hides-arguments' } };
    }
    return ruling;
  }

  async #start(
    what: LabCommand,
    call: Call,
    doing: { lesson: Lesson; step: Step; line: string; tell: Tell },
  ): Promise<void> {
    const end = new AbortController();
    const ended = perform(call, { ...doing, images: this.#images }, () => this.#docker(), end);
    this.#running = { what, end, ended };
    const { exit, because } = await ended;
    this.#running = null;
    doing.tell({ kind: 'end', exit, because });
  }

  /** The docker command, and the one engine of this machine that it is to use. @throws Refusal */
  async #docker(): Promise<DockerCommand> {
    if (programPath('docker', this.options.environment) === null) {
      throw new Refusal({ code: 'no-docker-command' });
    }
    const [endpoint, ...others] = await this.options.engines();
    if (endpoint === undefined) throw new Refusal({ code: 'no-engine' });
    if (others.length > 0) {
      throw new Refusal({ code: 'several-engines', endpoints: [endpoint, ...others].join(', ') });
    }
    if (!endpoint.startsWith('unix://')) {
      throw new Refusal({ code: 'engine-elsewhere', endpoint });
    }
    return new DockerCommand(endpoint, this.options.environment);
  }
}
