/** Presenting, on the page of who leads and on those of who follows. */
export const present = {
  open: 'Present',
  title: 'Present what is shown here',
  /** Of the button, while somebody leads. */
  leading: (followers: number): string => `Presenting: ${followers} following`,
  how: 'Scan the code, or open the link: what is shown here is followed there. Nothing can be changed from there.',
  code: 'QR code of the link to follow',
  link: 'The link to follow',
  followers: (n: number, away: number): string =>
    `${n} ${n === 1 ? 'follows' : 'follow'}${away === 0 ? '' : `, ${away} of them look around by themselves`}`,
  start: 'Lead from this page',
  leave: 'Hand over',
  you: 'This page leads: what it shows is followed.',
  another: 'Another page leads. It has to hand over first.',
  nobody: 'No page leads now: what was shown last stays with those who follow.',
  close: 'Close',
  /** Votes on the question of a lesson. */
  voted: (n: number, of: number): string => `${n} of ${of} have voted`,
  reveal: 'Show the votes',
  votesFor: (n: number): string => (n === 1 ? '1 vote' : `${n} votes`),
  /** Of who follows. */
  following: 'Following',
  waiting: 'The presentation has not begun yet. What this machine shows is here already.',
  unled: 'Nobody leads just now.',
  away: 'You look around by yourself.',
  rejoin: 'Follow again',
  /** Beside what is asked. */
  question: 'Question',
  step: (n: number, of: number): string => `Step ${n} of ${of}`,
  choose: 'Choose an answer. You can change it until the votes are shown.',
  chosen: 'Your answer',
  right: 'Right',
  notVoted: 'The votes are shown: it is too late to answer.',
};
