import type { LabThings } from '../../lab/state';
import type { LabEvent } from '../../lab/run';

const KINDS: Record<keyof LabThings, [one: string, several: string]> = {
  containers: ['container', 'containers'],
  images: ['image', 'images'],
  networks: ['network', 'networks'],
  volumes: ['volume', 'volumes'],
  folders: ['folder', 'folders'],
};

const DOING: Record<Extract<LabEvent, { kind: 'progress' }>['what'], string> = {
  pull: 'Pulling the image',
  build: 'Building',
  image: 'Looking for an image',
};

/** The lab on the page: beside what it says itself. */
export const labPage = {
  badge: 'Lab',
  what: 'Run does a command on this machine. What it makes carries a label, by which it is removed again.',
  unavailable: (why: string) => `Nothing can be run here, so type the commands. ${why}`,
  run: 'Run',
  runLine: (line: string) => `Run: ${line}`,
  runNext: 'Run (x)',
  again: 'Run again',
  stop: 'Stop',
  running: 'Running',
  elsewhere: 'Running, asked for before this page was opened',
  answerFirst: 'Answer first, or skip the question: then it can be run',
  allRan: 'All commands of this step have run',
  doing: (what: keyof typeof DOING, part: number | null) =>
    part === null ? DOING[what] : `${DOING[what]}: ${Math.floor(part * 100)} %`,
  output: (line: string) => `What “${line}” printed`,
  allNews: 'All that the lab did first',
  silent: 'It printed nothing',
  notKept: (n: number) => `${n} ${n === 1 ? 'line' : 'lines'} before are not kept`,
  exit: (code: number) => `exit code ${code}`,
  noExit: 'did not end',
  asItShould: 'as it should',
  otherwise: 'not as it should',
  byHand: 'By hand',
  solution: 'Show how',
  left: 'Lessons have left something here',
  leaving: 'Leave the lesson?',
  leavingWhat: 'It has made something on this machine:',
  kind: (kind: keyof LabThings, names: readonly string[]) =>
    `${KINDS[kind][names.length === 1 ? 0 : 1]} ${names.join(', ')}`,
  remove: 'Remove all of it',
  removeAndLeave: 'Remove and leave',
  keepAndLeave: 'Keep and leave',
  stay: 'Stay',
  removing: 'Removing',
  removed: 'All of it is removed.',
  kept: (what: string, why: string) => `${what} was kept. ${why}`,
  notRemoved: (why: string) => `It was not removed. ${why}`,
};
