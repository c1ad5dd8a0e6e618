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
import type { Compared, FromStage, Led } from '@lib/present/from-stage';
import type { Hello } from '@lib/protocol/from-viewer';
import type { OfHost } from '@lib/protocol/of-host';
import type { SnapshotMessage } from '@lib/protocol/protocol';
import type { PresentRequest } from '@lib/protocol/present-request';
import type { PresenterPage, Presenters } from '../hub/presenters';
import type { Show, Shows } from '../hub/show';
import type { Lessons } from '../lessons/lessons';
import { Audience, type Follower } from './audience';
import { LedComparison } from './led-comparison';
import { Throttled } from './throttled';

/** Milliseconds from one word to presenters to the next: 200 votes in a second are a few. */
const EVERY = 100;
/** Milliseconds from one comparison that is told to the next: a hand that drags, or time that goes on, asks for ten in a second. */
const COMPARED_EVERY = 500;

/** What one who follows has seen already. */
export type Seen = Pick<Hello, 'epoch' | 'lastSeq'>;

export const NOTHING: Seen = { epoch: null, lastSeq: null };

/** One who follows: a seat, and an ear. */
export interface SeatedFollower extends Follower {
  /** Seats it before what the leader sees: what that is comes at once, its picture later. */
  sit: (show: Show, from: Seen) => void;
  led: FromStage['led'];
  compared: FromStage['compared'];
  moments: FromStage['moments'];
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
  private readonly comparison = new LedComparison();
  /** Pages of the presenter's address that want to hear of it. */
  private readonly pages = new Map<string, PresenterPage>();
  private readonly telling = new Throttled(() => this.tellPages(), EVERY);
  private readonly comparing = new Throttled(
    () => void this.tellCompared().catch(this.report),
    COMPARED_EVERY,
  );

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
    const before = this.stage;
    const next = afterRequest(before, page.id, request);
    // Also who wanted to lead, and may not.
    if (next === before) this.tell(page);
    // Who takes over with what was shown is most often back: then it is that moment still.
    const isOther = next.leader !== null && next.leader !== before.leader;
    if (isOther && next.view !== before.view) this.held = null;
    // First: a moment that is held, or compared, is one of what this page sits before.
    if (next.leader === page.id && page.show !== null) this.go(page.show);
    this.stage = next;
    this.moved(page);
    this.tellChange(before);
    this.rest();
  }

  moved({ id, show }: PresenterPage): void {
    if (id !== this.stage.leader || show === null) return;
    this.go(show);
    this.hold().catch(this.report);
  }

  gone({ id }: PresenterPage): void {
    this.pages.delete(id);
    const before = this.stage;
    this.stage = afterLeaving(before, id);
    this.tellChange(before);
    this.rest();
  }

  /** Tells one who comes, or comes back, what is shown, before any picture, and seats it. */
  come(follower: SeatedFollower, from: Seen): void {
    this.audience.come(follower);
    follower.led(this.led);
    follower.sit(this.show, from);
    // Who was here before may have signs of what is compared no more.
    const isCompared = this.comparison.told.comparison !== null;
    if (isCompared || from.epoch !== null) follower.compared(this.comparedNow());
    this.tellVote(follower);
    // A page holds the first picture that comes of what it sits before. Last: it may be so large that who is told
    // more behind it is taken for one who does not read.
    if (from.epoch === null && this.held !== null) follower.snapshot(this.held);
    this.telling.want();
  }

  leave(follower: SeatedFollower): void {
    this.audience.leave(follower);
    this.telling.want();
    this.rest();
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
    this.comparing.close();
  }

  /** Seats all before this. */
  private go(show: Show): void {
    if (show === this.show) return;
    this.shows.occupy(show);
    this.shows.vacate(this.show);
    this.show = show;
    // They were moments of something else: of this the leader tells.
    this.held = null;
    this.stage = { ...this.stage, compared: null };
    for (const follower of this.audience.all) follower.sit(show, NOTHING);
    this.tellCompared().catch(this.report);
  }

  /** Where nobody leads and nobody follows, nothing is kept open for them. */
  private rest(): void {
    if (this.stage.leader === null && this.audience.isEmpty) this.go(this.shows.main);
  }

  private tellChange(before: Stage): void {
    if (this.stage !== before) this.tellAll().catch(this.report);
  }

  /** Followers hear of it when it is known which question the step has. */
  private async tellAll(): Promise<void> {
    const id = lessonShown(this.stage);
    if (id !== (this.lesson?.id ?? null)) {
      const lesson = id === null ? null : await this.lessonOf(id);
      // Something else is shown meanwhile.
      if (lessonShown(this.stage) !== id) return;
      this.lesson = lesson;
    }
    // What is shown is told all the same where its picture cannot be kept.
    await this.hold().catch(this.report);
    this.stage = withQuestion(this.stage, questionShown(this.stage, this.lesson));
    this.led = this.ledNow();
    for (const follower of this.audience.all) {
      follower.led(this.led);
      this.tellVote(follower);
    }
    this.tellPages();
    this.comparing.want();
  }

  private async tellCompared(): Promise<void> {
    const news = await this.comparison.follow(this.stage.compared, this.show);
    const { comparison } = this.comparison.told;
    if (news === 'all') {
      const message = this.comparedNow();
      for (const follower of this.audience.all) follower.compared(message);
    } else if (news === 'moments' && comparison !== null) {
      const message = { host: this.show.hub.host, from: comparison.from, to: comparison.to };
      for (const follower of this.audience.all) follower.moments(message);
    }
  }

  private comparedNow(): OfHost<Compared> {
    return { host: this.show.hub.host, ...this.comparison.told };
  }

  /** Keeps the picture of a moment that is held from now on, for who comes late. */
  private async hold(): Promise<void> {
    if (!isHeld(this.stage)) this.held = null;
    else if (this.held === null) {
      const { show } = this;
      const snapshot = await show.hub.seen();
      const isHeldStill = isHeld(this.stage) && show === this.show;
      if (isHeldStill) this.held ??= { host: show.hub.host, epoch: HELD, snapshot };
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
