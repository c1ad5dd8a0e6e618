const containers = (n: number) => `${n} ${n === 1 ? 'container' : 'containers'}`;

/** What is said where one filters, and of what filters hide: nothing of it in the first picture. */
export const filtering = {
  close: 'Close',
  query: 'Only what meets',
  queryHint: 'image:ubuntu, pod:shop/till-0, engine:podman, type:pid shared …',
  clearQuery: 'Clear',
  met: (n: number, of: number) => `${n} of ${containers(of)} shown`,
  stopped: 'Stopped containers',
  hostProcesses: 'Processes of the host',
  own: 'nsview’s own reader',
  pauses: (n: number) => `${n} pause ${n === 1 ? 'container' : 'containers'}`,
  pausesOpen: 'Their pods stand for them: press to see each by itself (u)',
  pausesFold: 'Press to have their pods stand for them again (u)',
  pausesEach: 'Pause containers by themselves',
  projects: 'Compose projects, pods',
  selected: {
    hidden: (name: string, what: string[]) => `${name} is not in the picture: ${what.join(', ')}`,
    show: 'Show it',
  },
  /** Beside something that was found although it is not shown; what chooses it brings it back. */
  hiddenHit: 'hidden by filters',
  broughtBack: (what: string) => `Shown again: ${what}`,
  nothingHere: 'What can be seen from here is hidden by filters.',
};
