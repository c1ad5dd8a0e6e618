import { unknownBecause } from './unknown-because';

const states = {
  waiting: 'not done yet',
  done: 'done',
  disagrees: 'the machine says otherwise',
  unknown: 'not to be known here',
  impossible: 'not possible here',
};

const and = (names: readonly string[]) => names.join(' and ');

/** Lessons, on the page: all but what a lesson itself says. */
export const lessons = {
  title: 'Lessons',
  what: 'You predict, you type, and this machine says what came of it.',
  close: 'Close',
  panel: 'Lesson',
  steps: 'Steps of this lesson',
  stepCount: (n: number) => `${n} ${n === 1 ? 'step' : 'steps'}`,
  stepNumber: (n: number) => `Step ${n}`,
  stepTitle: (n: number, title: string) => `Step ${n}: ${title}`,
  stepWithState: (n: number, title: string, state: string) => `Step ${n}: ${title} (${state})`,
  handout: 'Handout, to be printed',
  handoutOf: (title: string) => `Handout, to be printed: ${title}`,
  leave: 'Leave the lesson',
  beginAgain: 'Begin again',
  beginAgainSure: 'Press again: its answers are lost',
  begunAgain: 'The lesson begins again.',
  walk: 'Steps beside',
  /** @param lesson null: it is not of the course, and has no number */
  where: (lesson: number | null, step: number, of: number) =>
    lesson === null ? `${step}/${of}` : `Lesson ${lesson} · ${step}/${of}`,
  back: 'The step before (←)',
  on: 'The next step (→)',
  toFirst: 'To its first step',
  noLesson: (id: string) => `There is no lesson “${id}”. These there are:`,
  /** @param why as who wrote its file is told */
  unreadable: (id: string, why: string) => `The lesson “${id}” cannot be read: ${why}`,
  noStep: (step: number, count: number) =>
    `This lesson has no step ${step}: its steps are 1 to ${count}.`,
  backToView: 'Back to the step’s view (r)',
  blank: 'The screen is dark. Press to go on (b)',
  skip: 'Skip',
  skipped: 'Skipped: you will see.',
  veiled: 'First your answer, then the picture.',
  stacks: {
    title: 'The images and their layers',
    absent: 'not on this machine',
    note: 'a note, no layer',
    once: (n: number) => `one layer, in ${n === 2 ? 'both' : `all ${n}`}`,
  },
  yours: 'your answer',
  right: 'right',
  wrong: 'not so',
  evidence: 'Evidence',
  commands: 'The commands that show it',
  states,
  waiting: 'Waiting for these commands to take effect',
  waitingForTask: 'Waiting until it is as asked',
  waitingBecause: (why: string) =>
    why === 'already-so'
      ? 'It was so before this step began: undo it, then do it'
      : unknownBecause(why),
  answerToGoOn: 'Done when you have answered',
  answerAndSee: 'Done when you have answered, and then seen it',
  /** A person says that they have seen what is asked about: typed by them, or played from a recording. */
  seen: { typed: 'I typed it and saw the result', played: 'I have seen the result' },
  runAndAnswer: 'Done when its commands have run and you have answered',
  seenAt: (time: string) => `Done: seen at ${time}`,
  checkedAt: (time: string) => `Done: checked at ${time}`,
  /** @param machine what it says now, by the facts that are below it; silent: none was read */
  toldAt: (time: string, machine: 'agrees' | 'not-yet' | 'no-longer' | 'silent') => {
    const says = {
      agrees: '; the machine agrees now',
      'not-yet': '; the machine does not show it yet',
      'no-longer': '; the machine no longer shows it',
      silent: '',
    };
    return `Answered at ${time}, not checked${says[machine]}`;
  },
  moreFacts: (n: number) => `+${n} more`,
  lessFacts: 'show less',
  /** Of a fact about what is counted for longer. @param size `64 KiB` */
  grown: (size: string) => `Since this step began: ${size}`,
  otherwise: 'The machine says otherwise',
  noLonger: (time: string) => `Seen at ${time}, and no longer so`,
  unknown: (why: string) => `Not to be known here: ${unknownBecause(why)}`,
  impossible: (why: string) => `Not possible here: ${unknownBecause(why)}`,
  engine: {
    podman:
      'The commands of lessons are written for Docker, and Podman answers here: type podman where they say docker. Where it does something in another way, the step says how, or has a recording.',
    other:
      'The commands of lessons need Docker or Podman, and none of the engines that answer here takes them: those of the course can be watched from recordings instead.',
    none: 'The commands of lessons need Docker or Podman, and neither answers here: those of the course can be watched from recordings instead.',
  },
  replay: {
    is: 'A recording: there is nothing to type. Play it to see what these commands do.',
    over: 'A recording: this is what had come of it.',
    play: 'Play this step',
    pause: 'Pause',
    again: 'Play it again',
    offer: 'Watch how it went on another machine',
  },
  truths: { true: 'so', false: 'not so', 'not-yet': 'not yet', unknown: 'not known' },
  foreign: (names: readonly string[]) =>
    names.length === 1
      ? `A container named ${and(names)} was here before this lesson. It is not the lesson’s, and is left alone.`
      : `Containers named ${and(names)} were here before this lesson. They are not the lesson’s, and are left alone.`,
  otherNames: (names: readonly string[]) => `Use other names: ${and(names)}`,
  mine: 'They are mine: go on with them',
};
