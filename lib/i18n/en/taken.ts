/** What a page says of itself that was taken away. */
export const taken = {
  button: 'A page taken away',
  title: 'This page was taken away',
  recorded: (machine: string, date: string) =>
    `It shows what was recorded on ${machine}, beginning on ${date}, and nothing newer.`,
  alone:
    'It is one file and works without a network: no server is asked anything, and nothing leaves this browser.',
  without:
    'Lessons, their lab, pictures to save and the reader in a container need nsview itself. What was not recorded is said to be so where it would stand.',
  close: 'Close',
  noLesson: 'Lessons need nsview itself: this page was taken away, and has none.',
  leaveLesson: 'On without the lesson',
};
