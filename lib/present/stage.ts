import type { ComparedMoments, PresentRequest } from '../protocol/present-request';
import { withShown, withVote, type Ballot } from './ballot';
import { followedQuery } from './followed';

/** What is presented: the state that followers have, whoever comes when. Who leads and who votes go by names. */
export interface Stage {
  /** The page that leads; null: none does, and any of the presenter's address may. */
  readonly leader: string | null;
  /** What is shown, as it is followed; null: nobody has led so far. */
  readonly view: string | null;
  /** What stands behind the names of the lesson's containers. */
  readonly suffix: string;
  /** The moments that are compared; null: none are. */
  readonly compared: ComparedMoments | null;
  /** The question that is shown; null: none is. */
  readonly asked: string | null;
  /** Those that were asked, the oldest first, by `keyOf`. */
  readonly ballots: ReadonlyMap<string, Ballot>;
}

export const EMPTY_STAGE: Stage = {
  leader: null,
  view: null,
  suffix: '',
  compared: null,
  asked: null,
  ballots: new Map(),
};

/** Questions whose votes are kept, for who goes back to one: those of the longest lesson. */
const MOST_BALLOTS = 40;

/** A question, as it can be voted on. */
export type Question = Pick<Ballot, 'lesson' | 'step' | 'answers'>;

function keyOf({ lesson, step }: Pick<Ballot, 'lesson' | 'step'>): string {
  return `${lesson}/${step}`;
}

/**
 * After what a page of the presenter's address did. Leading is taken where nobody leads, and never from who does.
 *
 * @returns the same stage where that is not for this page to do, or changes nothing
 */
export function afterRequest(stage: Stage, page: string, request: PresentRequest): Stage {
  const leads = stage.leader === page;
  switch (request.do) {
    case 'see':
      return stage;
    case 'lead':
      return stage.leader === null || leads
        ? shown({ ...stage, leader: page }, { ...request, do: 'show' })
        : stage;
    case 'show':
      return leads ? shown(stage, request) : stage;
    case 'leave':
      return afterLeaving(stage, page);
    case 'reveal': {
      const ballot = stage.ballots.get(keyOf(request));
      if (!leads || ballot === undefined) return stage;
      return withBallot(stage, ballot, withShown(ballot, request.what));
    }
  }
}

/** After a page has gone, or has left the lead to others: what it showed stays. */
export function afterLeaving(stage: Stage, page: string): Stage {
  return stage.leader === page ? { ...stage, leader: null } : stage;
}

/** With the question of the step that is shown. @param question null: it has none, or no lesson is shown */
export function withQuestion(stage: Stage, question: Question | null): Stage {
  if (question === null) return stage.asked === null ? stage : { ...stage, asked: null };
  const key = keyOf(question);
  const known = stage.ballots.has(key);
  if (known && stage.asked === key) return stage;
  if (known) return { ...stage, asked: key };
  const kept = [...stage.ballots].slice(-(MOST_BALLOTS - 1));
  const opened: Ballot = { ...question, votes: new Map(), shown: 'nothing' };
  return { ...stage, asked: key, ballots: new Map([...kept, [key, opened]]) };
}

/** After a vote on the question that is shown. @returns the same stage where it does not count */
export function afterVote(
  stage: Stage,
  voter: string,
  vote: { lesson: string; step: string; answer: string },
): Stage {
  const ballot = ballotOf(stage);
  if (ballot === null || keyOf(vote) !== stage.asked) return stage;
  return withBallot(stage, ballot, withVote(ballot, voter, vote.answer));
}

/** The votes on the question that is shown; null: none is. */
export function ballotOf({ asked, ballots }: Stage): Ballot | null {
  return asked === null ? null : (ballots.get(asked) ?? null);
}

function shown(stage: Stage, shows: Extract<PresentRequest, { do: 'show' }>): Stage {
  const view = followedQuery(shows.view);
  const { suffix } = shows;
  const asked = shows.compared ?? null;
  const isSame = asked?.from === stage.compared?.from && asked?.to === stage.compared?.to;
  // The same moments are the very same, so that they are not compared again.
  const compared = isSame ? stage.compared : asked;
  if (isSame && view === stage.view && suffix === stage.suffix) return stage;
  return { ...stage, view, suffix, compared };
}

function withBallot(stage: Stage, before: Ballot, ballot: Ballot): Stage {
  if (ballot === before) return stage;
  return { ...stage, ballots: new Map(stage.ballots).set(keyOf(ballot), ballot) };
}
