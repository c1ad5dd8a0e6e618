/** What everybody sees of the votes on a question, the more the later. */
export const SHOWN = ['nothing', 'votes', 'answer'] as const;
export type Shown = (typeof SHOWN)[number];

/** A question of a lesson's step, put to those who follow. */
export interface Ballot {
  readonly lesson: string;
  readonly step: string;
  /** The ids of its answers, in their order. */
  readonly answers: readonly string[];
  /** The answer of each who voted. */
  readonly votes: ReadonlyMap<string, string>;
  readonly shown: Shown;
}

/** Votes that are counted of one question: of more followers than can be seated there are none. */
export const MOST_VOTES = 1000;

/**
 * With the vote of one who follows: the last of each counts, until how it was voted is shown.
 *
 * @returns the same ballot where it does not count
 */
export function withVote(ballot: Ballot, voter: string, answer: string): Ballot {
  const { votes, shown, answers } = ballot;
  if (shown !== 'nothing' || !answers.includes(answer) || votes.get(voter) === answer) {
    return ballot;
  }
  if (!votes.has(voter) && votes.size >= MOST_VOTES) return ballot;
  return { ...ballot, votes: new Map(votes).set(voter, answer) };
}

/** What is shown is never hidden again. @returns the same ballot where that is shown already */
export function withShown(ballot: Ballot, what: Shown): Ballot {
  return SHOWN.indexOf(what) > SHOWN.indexOf(ballot.shown) ? { ...ballot, shown: what } : ballot;
}

/** How many voted for each answer; null as long as it is not shown. */
export function votesShown({ answers, votes, shown }: Ballot): Record<string, number> | null {
  if (shown === 'nothing') return null;
  const chosen = [...votes.values()];
  return Object.fromEntries(
    answers.map((answer) => [answer, chosen.filter((each) => each === answer).length]),
  );
}
