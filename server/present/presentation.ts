import type { Lesson } from '@lib/lessons/lesson';
import {
  ballotOf,
  afterLeaving,
  afterRequest,
  afterVote,
  EMPTY_STAGE,
  withQuestion,
  type Stage,
} from '@lib/present/stage';
import { isHeld, ledOf, lessonShown, questionShown, toldTo } from '@lib/present/told';
import type { FromFollower } from '@lib/present/from-follower';
import type { FromStage, Led } from '@lib/present/from-stage';
import type { OfHost } from '@lib/protocol/of-host';
import type { SnapshotMessage } from '@lib/protocol/protocol';
import type { PresentRequest } from '@lib/protocol/present-request';
import type { PresenterPage, Presenters } from '../hub/presenters';
import type { Show, Shows } from '../hub/show';
import type { Lessons } from '../lessons/lessons';
import { Audience, type Follower } from './audience';
import { Throttled } from './throttled';

/** Milliseconds from one word to presenters to the next: 200 votes in a second are a few. */
const EVERY = 100;

/** One who follows: a seat, and an ear. */
export interface SeatedFollower extends Follower {
  /** Seats it before what the leader sees. */
  sit: (show: Show) => void;
  led: FromStage['led'];
  voted: FromStage['voted'];
  snapshot: (message: OfHost<SnapshotMessage>) => void;
}

/** No series of pictures of any hub: what comes after this one comes whole. */
const HELD = 'held';

/** What is presented: the leader's state for all who follow, whoever comes when, and their votes. */
export class Presentation implements Presenters {
  /** Where to follow; empty until that is known. */
  link = '';
  readonly audience = new Audience<SeatedFollower>();
  private stage: Stage = EMPTY_STAGE;
  /** The lesson that is shown. */
  private lesson: Lesson | null = null;
  private show: Show;
  /** What all followers are told: one object, so that it is written out once. */
  private led: OfHost<Led>;
  /** The picture at the moment that is held; null: none is. */
  private held: OfHost<SnapshotMessage> | null = null;
  /** Pages of the presenter's address that want to hear of it. */
  private readonly pages = new Map<string, PresenterPage>();
  private readonly telling = new Throttled(() => this.tellPages(), EVERY);

  constructor(
    private readonly shows: Shows,
    private readonly lessons: Lessons,
    private readonly report: (error: unknown) => void,
  ) {
    this.show = shows.main;
    this.led = this.ledNow();
  }

  /** What the leader sits before, and so all do. */
  get shown(): Show {
    return this.show;
  }

  hear(page: PresenterPage, request: PresentRequest): void {
    this.pages.set(page.id, page);
    const next = afterRequest(this.stage, page.id, request);
    // Also who wanted to lead, and may not.
    if (next === this.stage) this.tell(page);
    this.become(next).catch(this.report);
    this.moved(page);
  }

  moved({ id, show }: PresenterPage): void {
    if (id !== this.stage.leader || show === null || show === this.show) return;
    this.shows.occupy(show);
    this.shows.vacate(this.show);
    this.show = show;
    for (const follower of this.audience.all) follower.sit(show);
  }

  gone({ id }: PresenterPage): void {
    this.pages.delete(id);
    this.become(afterLeaving(this.stage, id)).catch(this.report);
  }

  /** Tells one who comes, or comes back, what is shown, before any picture. @param isNew it has seen none so far */
  come(follower: SeatedFollower, isNew: boolean): void {
    this.audience.come(follower);
    follower.led(this.led);
    // A page holds the first picture that comes.
    if (isNew && this.held !== null) follower.snapshot(this.held);
    this.tellVote(follower);
    this.telling.want();
  }

  leave(follower: SeatedFollower): void {
    this.audience.leave(follower);
    this.telling.want();
  }

  look(follower: SeatedFollower, around: boolean): void {
    follower.away = around;
    this.telling.want();
  }

  vote(follower: SeatedFollower, vote: Parameters<FromFollower['vote']>[0]): void {
    const next = afterVote(this.stage, follower.device, vote);
    if (next !== this.stage) {
      this.stage = next;
      this.telling.want();
    }
    this.tellVote(follower);
  }

  close(): void {
    this.telling.close();
  }

  /** Followers hear of it when it is known which question the step has. */
  private async become(next: Stage): Promise<void> {
    if (next === this.stage) return;
    this.stage = next;
    const id = lessonShown(next);
    if (id !== (this.lesson?.id ?? null)) {
      const lesson = id === null ? null : await this.lessonOf(id);
      // Something else is shown meanwhile.
      if (lessonShown(this.stage) !== id) return;
      this.lesson = lesson;
    }
    await this.hold();
    this.stage = withQuestion(this.stage, questionShown(this.stage, this.lesson));
    this.led = this.ledNow();
    for (const follower of this.audience.all) {
      follower.led(this.led);
      this.tellVote(follower);
    }
    this.tellPages();
  }

  /** Keeps the picture of a moment that is held from now on, for who comes late. */
  private async hold(): Promise<void> {
    if (!isHeld(this.stage)) this.held = null;
    else if (this.held === null) {
      const { hub } = this.show;
      const snapshot = await hub.seen();
      if (isHeld(this.stage)) this.held = { host: hub.host, epoch: HELD, snapshot };
    }
  }

  private async lessonOf(id: string): Promise<Lesson | null> {
    const read = (await this.lessons.byId(id))?.read;
    return read !== undefined && 'lesson' in read ? read.lesson : null;
  }

  private ledNow(): OfHost<Led> {
    return { host: this.show.hub.host, ...ledOf(this.stage, this.lesson) };
  }

  private tellVote({ device, voted }: SeatedFollower): void {
    const ballot = ballotOf(this.stage);
    const answer = ballot?.votes.get(device);
    if (ballot === null || answer === undefined) return;
    voted({ host: this.show.hub.host, lesson: ballot.lesson, step: ballot.step, answer });
  }

  private tellPages(): void {
    for (const page of this.pages.values()) this.tell(page);
  }

  private tell(page: PresenterPage): void {
    page.tell(toldTo(page.id, this.stage, { link: this.link, ...this.audience.counts }));
  }
}
