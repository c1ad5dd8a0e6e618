import { Unreadable } from '../findings/unreadable';
import type { Container } from '../model/container';
import { lifeOfContainer } from '../model/container-life';
import { idRef } from '../model/container-names';
import { HOST } from '../model/host-word';
import { containerKey, containerKeyOf, type NamespaceId } from '../model/ids';
import { isStopped } from '../model/is-stopped';
import type { NamespaceType } from '../model/namespace-type';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import { QUESTIONS, type QuestionName } from '../questions/questions';
import type { Question } from '../questions/question';
import { leaderOf } from '../select/leader-of';
import type { Run, Sight, StepRun, Wanted } from './run';

/** It is not answered yet: the one reason why something is not known that goes by itself. */
export const ASKED = 'asked';

/** Notices that processes are kept from who reads. */
const HIDDEN: readonly string[] = ['hidepid', 'processes-hidden'];

/**
 * All that predicates ask of one moment. What was not read is `Unreadable`, and no predicate has to look for that.
 * Names are those that the lesson gives its containers.
 */
export class Witness {
  /** What was asked, by key: whoever wants to decide again has to have these answered. */
  readonly wanted = new Map<string, Wanted>();
  /** Counters that were read, by what they count. */
  readonly counted = new Map<string, number>();
  private readonly step: StepRun | undefined;

  constructor(
    private readonly run: Run,
    stepId: string,
    private readonly sight: Sight,
  ) {
    this.step = run.steps[stepId];
  }

  get snapshot(): Snapshot {
    return this.sight.snapshot;
  }

  /** Those of the lesson's names that stand for somebody. */
  get names(): string[] {
    return Object.keys(this.run.bound);
  }

  /** Was the step's question answered, or openly skipped? */
  get isAnswered(): boolean {
    return this.step?.chosen !== undefined;
  }

  /**
   * Whom a name stands for; null: for nobody, or for one that is gone.
   *
   * @throws Unreadable where no engine answers that could have it
   */
  container(name: string): Container | null {
    const { engines, containers } = this.snapshot;
    const bound = this.run.bound[name];
    const states = engines.filter(({ id }) => bound === undefined || id === bound.engine);
    if (!states.some(({ state }) => state === 'connected')) throw new Unreadable('not-answered');
    if (bound === undefined) return null;
    const key = containerKey(bound);
    return containers.find((each) => containerKey(each) === key) ?? null;
  }

  /** The same of those that have a process now. @throws Unreadable */
  alive(name: string): Container | null {
    const container = this.container(name);
    if (container === null || container.pid > 0) return container;
    const why = container.unreadable.pid;
    if (why === undefined || isStopped(container)) return null;
    throw new Unreadable(why);
  }

  /** Its first process; null: it has none. @throws Unreadable where it is not seen */
  leader(name: string): Process | null {
    const container = this.alive(name);
    if (container === null) return null;
    const leader = leaderOf(this.snapshot, container);
    if (leader !== null) return leader;
    throw new Unreadable(Object.values(container.unreadable)[0] ?? 'ESRCH');
  }

  /** The processes that belong to it. */
  processes(container: Container): Process[] {
    const key = containerKey(container);
    return this.snapshot.processes.filter((each) => containerKeyOf(each) === key);
  }

  /** Whoever says that a process is not there has to see all. @throws Unreadable where some are kept from who reads */
  seesAll(): void {
    if (this.snapshot.host.notices.some(({ code }) => HIDDEN.includes(code)))
      throw new Unreadable('EACCES');
  }

  /**
   * The namespace of a place, a container or the host; null: nobody is there.
   *
   * @throws Unreadable
   */
  namespace(place: string, type: NamespaceType): NamespaceId | null {
    if (this.snapshot.host.lacks.includes(type)) throw new Unreadable('absent');
    if (place === HOST) {
      const id = this.snapshot.host.namespaces[type];
      if (id === null) throw new Unreadable('host-unknown');
      return id;
    }
    const container = this.alive(place);
    if (container === null) return null;
    const id = container.namespaces[type];
    if (id !== null) return id;
    throw new Unreadable(container.unreadable[`namespaces.${type}`] ?? 'ENODATA');
  }

  /**
   * This is going to be asked: whoever asks several things one after the other says so of all of them first.
   *
   * @param life whose it is: when it is another's, what was told before does not count
   * @returns the key of the answer
   */
  want(name: QuestionName, fields: object, life: string): string {
    const key = JSON.stringify([name, fields, life]);
    this.wanted.set(key, { key, question: { ...fields, name } });
    return key;
  }

  /**
   * What is told when this is asked.
   *
   * @throws Unreadable where it was not answered, or not yet
   */
  ask<Q extends object, A>(
    name: QuestionName,
    { answer: schema }: Question<Q, A>,
    fields: Q,
    life: string,
  ): A {
    const asked = this.sight.answers.get(this.want(name, fields, life));
    if (asked === undefined || asked.is === 'asked') throw new Unreadable(ASKED);
    if (asked.is === 'refused') throw new Unreadable(asked.code);
    const parsed = schema.safeParse(asked.answer);
    if (!parsed.success) throw new Unreadable('EBADMSG');
    return parsed.data;
  }

  /** What is told of what a namespace isolates. @throws Unreadable */
  inside(id: NamespaceId) {
    const lifetime = this.snapshot.namespaces.find((each) => each.id === id)?.lifetime ?? '';
    return this.ask('inside', QUESTIONS.inside, { namespace: id }, lifetime);
  }

  /** What is told of what a container may use, and does. @throws Unreadable */
  use(container: Container) {
    return this.ask(
      'use',
      QUESTIONS.use,
      { container: idRef(this.snapshot.containers, container) },
      lifeOfContainer(container),
    );
  }

  /**
   * By how much a counter of a container is above what it was when it was first read since the step began.
   *
   * @param isItsOwn does it count for this container alone, from when that started?
   * @throws Unreadable where it counted anew meanwhile
   */
  growth(counter: string, container: Container, count: number, isItsOwn = true): number {
    const key = `${counter} ${containerKey(container)} ${lifeOfContainer(container)}`;
    const since = this.step?.since ?? Infinity;
    const began = Date.parse(container.startedAt ?? '');
    // What a container counted that has started since is all of this step.
    const before = this.step?.before[key] ?? (isItsOwn && began > since ? 0 : count);
    this.counted.set(key, before);
    if (count < before) throw new Unreadable('counted-anew');
    return count - before;
  }
}
