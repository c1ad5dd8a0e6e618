import { describe, expect, it } from 'vitest';
import { MOST_VOTES } from './ballot';
import {
  afterLeaving,
  afterRequest,
  afterVote,
  ballotOf,
  EMPTY_STAGE,
  withQuestion,
  type Stage,
} from './stage';

interface Shows {
  view: string;
  suffix: string;
  compared?: { from: number; to: number };
}
const FIRST: Shows = { view: '?view=sharing', suffix: '' };
const SECOND: Shows = { view: '?view=matrix', suffix: '' };
const QUESTION = { lesson: 'isolation', step: 'guess', answers: ['one', 'two'] };
const lead = (stage: Stage, page: string, shows = FIRST) =>
  afterRequest(stage, page, { do: 'lead', ...shows });
const show = (stage: Stage, page: string, shows = SECOND) =>
  afterRequest(stage, page, { do: 'show', ...shows });
const reveal = (stage: Stage, page: string, what: 'votes' | 'answer') =>
  afterRequest(stage, page, { do: 'reveal', lesson: 'isolation', step: 'guess', what });
const vote = (stage: Stage, voter: string, answer: string, step = 'guess') =>
  afterVote(stage, voter, { lesson: 'isolation', step, answer });

const led = lead(EMPTY_STAGE, 'a');
const asked = withQuestion(led, QUESTION);

describe('who leads', () => {
  it('is who asked first, and what that page shows is followed', () => {
    expect(led).toMatchObject({ leader: 'a', view: '?view=sharing' });
    expect(show(led, 'a')).toMatchObject({ leader: 'a', view: '?view=matrix' });
  });

  it.each<[string, (stage: Stage) => Stage]>([
    ['takes the lead', (stage) => lead(stage, 'b', SECOND)],
    ['shows something', (stage) => show(stage, 'b')],
    ['leaves', (stage) => afterRequest(stage, 'b', { do: 'leave' })],
    ['goes', (stage) => afterLeaving(stage, 'b')],
    ['has votes shown', (stage) => reveal(stage, 'b', 'votes')],
    ['looks on', (stage) => afterRequest(stage, 'b', { do: 'see' })],
  ])('changes nothing when another page %s', (_, act) => {
    expect(act(asked)).toBe(asked);
  });

  it('hands over by leaving: what was shown stays until another leads', () => {
    const left = afterRequest(asked, 'a', { do: 'leave' });
    expect(left).toEqual({ ...asked, leader: null });
    expect(show(left, 'a'), 'who left shows nothing more').toBe(left);
    expect(lead(left, 'b', SECOND)).toMatchObject({ leader: 'b', view: '?view=matrix' });
  });

  it('is taken over from one who is gone', () => {
    expect(lead(afterLeaving(led, 'a'), 'b')).toMatchObject({ leader: 'b' });
  });

  it('is the same stage where the same is shown again', () => {
    expect(show(led, 'a', FIRST)).toBe(led);
    expect(show(led, 'a', { view: '?view=sharing&theme=dark', suffix: '' })).toBe(led);
  });
});

describe('what is compared', () => {
  const compared = { from: 1000, to: 2000 };

  it('is as the leader shows it, until that shows something without', () => {
    const two = show(led, 'a', { ...FIRST, compared });
    expect(two).toMatchObject({ view: '?view=sharing', compared });
    expect(show(two, 'a', FIRST)).toEqual(led);
    expect(show(led, 'b', { ...FIRST, compared })).toBe(led);
  });

  it('is the very same where another view of it is shown', () => {
    const two = show(led, 'a', { ...FIRST, compared });
    const next = show(two, 'a', { ...SECOND, compared: { ...compared } });
    expect(next.view).toBe('?view=matrix');
    expect(next.compared).toBe(two.compared);
    expect(show(two, 'a', { ...FIRST, compared: { ...compared } })).toBe(two);
  });
});

describe('votes', () => {
  it('one each, of which the last counts', () => {
    const voted = vote(vote(vote(asked, 'x', 'one'), 'y', 'one'), 'x', 'two');
    expect(Object.fromEntries(ballotOf(voted)?.votes ?? [])).toEqual({ x: 'two', y: 'one' });
  });

  it.each<[string, Stage, string, string?]>([
    ['for what is no answer', asked, 'three'],
    ['on another question', asked, 'one', 'other'],
    ['before any is asked', led, 'one'],
    ['once they are shown', reveal(asked, 'a', 'votes'), 'one'],
    ['once the answer is shown', reveal(asked, 'a', 'answer'), 'one'],
    ['when the question is over', withQuestion(asked, null), 'one'],
  ])('do not count %s', (_, stage, answer, step) => {
    expect(vote(stage, 'x', answer, step)).toBe(stage);
  });

  it('are bounded', () => {
    let full = asked;
    for (let voter = 0; voter <= MOST_VOTES; voter += 1) full = vote(full, `v${voter}`, 'one');
    expect(ballotOf(full)?.votes.size).toBe(MOST_VOTES);
    expect(vote(full, 'v0', 'two'), 'who has voted may change it').not.toBe(full);
  });

  it('are there still when one comes back to the question, shown or not', () => {
    const voted = reveal(vote(asked, 'x', 'one'), 'a', 'votes');
    const next = withQuestion(voted, { ...QUESTION, step: 'next' });
    expect(ballotOf(next)).toMatchObject({ step: 'next', shown: 'nothing' });
    expect(ballotOf(withQuestion(withQuestion(next, null), QUESTION))).toEqual(ballotOf(voted));
  });

  it('what is shown is never hidden again', () => {
    const told = reveal(asked, 'a', 'answer');
    expect(ballotOf(told)?.shown).toBe('answer');
    expect(reveal(told, 'a', 'votes')).toBe(told);
  });

  it('of a question long ago are forgotten', () => {
    let stage = asked;
    for (let nth = 0; nth < 40; nth += 1) {
      stage = withQuestion(stage, { ...QUESTION, step: `s${nth}` });
    }
    expect(stage.ballots.size).toBe(40);
    expect(stage.ballots.has('isolation/guess')).toBe(false);
  });
});
