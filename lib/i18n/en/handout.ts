/** What a lesson on paper says, besides what the lesson itself does. */
export const handout = {
  lesson: 'Lesson',
  lessonNumber: (n: number) => `Lesson ${n}`,
  name: 'Name',
  date: 'Date',
  how: (id: string) =>
    `Answer first, then type, then write down what you saw. On the screen: nsview, ?lesson=${id}. The answers are on the last pages.`,
  before: (step: number) => `Before step ${step} is done.`,
  seenAt: (step: number) => `What was there at step ${step}.`,
  because: 'Because:',
  myCommands: 'My commands:',
  seen: 'What I saw:',
  answers: 'Answers',
  right: 'right',
  wrong: 'not so',
  oneWay: 'One way to do it:',
  noLesson: (id: string, ids: string) => `There is no lesson "${id}": there are ${ids}.`,
  unreadable: (id: string, why: string) => `The lesson "${id}" cannot be read: ${why}`,
  wrongLanguage: (given: string, languages: string) =>
    `lang: got "${given}", expected one of ${languages}.`,
};
