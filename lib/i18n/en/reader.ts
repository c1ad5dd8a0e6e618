import type { ReaderProblem, ReaderStep } from '../../protocol/reader-state';

const steps: Record<ReaderStep, string> = {
  engine: 'asking the container engine',
  image: 'making an empty image',
  create: 'creating the container',
  start: 'starting the container',
  look: 'reading /proc from it',
};

const problems: Record<ReaderProblem, string> = {
  unreachable: 'the container engine cannot be reached',
  remote: 'the container engine runs on another machine',
  rootless: 'the container engine runs without root, so its containers may read no more than you',
  refused: 'the container engine refused',
  'no-node': 'no Node.js runs in a container there',
  ended: 'it has ended',
  silent: 'it did not answer in time',
  garbled: 'what it answered is no reading',
  'not-built': 'its program is not built',
};

const advice: Record<ReaderProblem, string> = {
  unreachable: 'Start it; the reader follows by itself.',
  remote: 'Run nsview on that machine.',
  rootless: 'Start nsview as root instead.',
  refused: 'The engine’s own words say why. Or start nsview as root, which needs no container.',
  'no-node': 'Fetch an image that has it, then try again:',
  ended: 'Try again, or start nsview as root, which needs no container.',
  silent: 'Try again, or start nsview as root, which needs no container.',
  garbled: 'Try again, or start nsview as root, which needs no container.',
  'not-built': 'Build it, then try again:',
};

/** The reader in a container: its offer, its course, its end. */
export const reader = {
  steps,
  advice,
  /** A line of the terminal or the page: what failed, when, and the system's own words. */
  failed: (step: ReaderStep, problem: ReaderProblem, reason: string): string =>
    `No reader in a container: ${problems[problem]} (${steps[step]})${reason === '' ? '' : `: ${reason}`}`,
  lost: (problem: ReaderProblem, reason: string): string =>
    `The reader in a container was lost: ${problems[problem]}${reason === '' ? '' : `: ${reason}`}`,
  meanwhile: 'nsview reads what it may by itself.',
  again: 'The reader is started again by itself.',
  offer: 'nsview may not read all of this machine. A reader in a container can.',
  starting: (step: ReaderStep): string => `Starting the reader in a container: ${steps[step]}…`,
  tryAgain: 'Try again',
  giveUp: 'Go on without it',
  agree: 'Start the reader',
  notNow: 'Not now',
  stop: 'Stop the reader',
  title: 'Read this machine from a container?',
  why: 'Linux lets you see the namespaces of your own processes only. Those of other users, and of most containers, stay unknown here. You may use Docker, though, and a container that it starts can read them for nsview.',
  seesTitle: 'What it can see',
  sees: 'Everything that root can read of the processes on this machine: namespaces, users, command lines. nsview shows it to whoever can open this page. Environment variables are never read, and what looks like a password is hidden.',
  doesTitle: 'What it does',
  does: [
    'One container starts. Nothing is downloaded: its image is empty, and your own Node.js runs in it.',
    'It sees folders of programs on this machine, and may not write to any of them.',
    'It has no network.',
    'It is removed when nsview ends, even if nsview is killed, and whenever you say so.',
  ],
  byHand: 'The same by hand',
  by: {
    direct: 'nsview itself',
    container: 'a container of nsview',
  },
  explain: 'Read it from a container…',
  /** That it may go into namespaces as well: its own decision. */
  enter: {
    /** Beside facts that only who is in a namespace is told. */
    title: 'What would tell it',
    /** Beside who reads. */
    explain: 'Let it go into namespaces…',
    why: 'Addresses and routes, the ends of wires, host names, System V IPC: the kernel tells them only to who is in the namespace, and the reader in a container may not go in. Another can take its place that may.',
    asked: 'nsview was started with --may-enter: this reader may go into namespaces as well.',
    means:
      'That takes CAP_SYS_ADMIN, a capability that can do far more than enter. So the reader is held to a list of system calls then: it can go in and ask, but not mount, connect, or change what not everybody may change. The firewall stays unknown.',
    back: 'This is for everybody who looks at this nsview, until it ends or somebody takes it back, here or beside who reads this machine.',
    agree: 'Let the reader go in',
    fromTheStart: 'The same from the start, where nsview is started with:',
    may: 'It may go into namespaces as well (CAP_SYS_ADMIN, held to a list of system calls).',
    takeBack: 'Take that back',
    readsOn: 'The reader that may not go in reads on.',
  },
};
