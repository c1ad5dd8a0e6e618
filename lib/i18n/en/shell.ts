import type { EngineState } from '../../model/host';
import type { Theme, View } from '../../view-state/view-state';

const views: Record<View, string> = {
  sharing: 'Sharing',
  lens: 'Lens',
  matrix: 'Matrix',
  processes: 'Processes',
  kernel: 'Kernel',
};
const themes: Record<Theme, string> = {
  dark: 'Dark',
  light: 'Light',
  contrast: 'High-contrast',
};
const engineStates: Record<EngineState, string> = {
  connected: 'connected',
  connecting: 'connecting…',
  disconnected: 'not answering',
  denied: 'permission denied',
  absent: 'not found',
};

/** Header, notices and states of the page as a whole. */
export const shell = {
  views,
  themes,
  engine: (kind: string, state: EngineState): string => `${kind} ${engineStates[state]}`,
  viewsLabel: 'View',
  typesLabel: 'Namespace types shown',
  inspectorLabel: 'Inspector',
  live: 'live',
  connecting: 'connecting…',
  unreadable: (why: string) => `this machine cannot be read, and is tried again: ${why}`,
  stale: 'connection lost: this picture may be old',
  staleShort: 'not live',
  incompatible: 'nsview was updated. Reload this page to go on.',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Not copied: select the text and copy it yourself.',
  reload: 'Reload',
  notLoaded: 'This part of the page could not be loaded. Is nsview still running?',
  languageNotLoaded: 'The other language could not be loaded. Is nsview still running?',
  viewFailed: (view: string): string => `The ${view} view could not be drawn.`,
  inspectorFailed: 'What is to be told here could not be drawn.',
  reason: 'The browser says:',
  tryAgain: 'Try again',
  aboutHost: 'About this machine',
  limits: (n: number): string =>
    n === 1 ? 'One limit to what is shown here' : `${n} limits to what is shown here`,
  showType: (type: string): string => `Show ${type} namespaces`,
  onlyType: 'Double-click: this type alone',
  switchTheme: (to: string): string => `Switch to the ${to.toLowerCase()} theme`,
  switchLanguage: 'Switch language',
  otherLanguage: '中文',
  linkProblem: (parameter: string, value: string, expected: string): string =>
    `The link says ${parameter}=${value}, which nsview does not know. Expected: ${expected}.`,
  dismiss: 'Dismiss',
  moreAbove: 'more above',
  moreBelow: 'more below',
  hostPill: (hostname: string, kernel: string): string => `${hostname} · Linux ${kernel}`,
  skipToView: 'Skip to the picture',
  needsScript: 'nsview needs JavaScript to draw its picture.',
  help: 'Keys and legend (?)',
  lessons: 'Lessons (l)',
  takeAway: 'Take it away: figure, data, link (e)',
  freeze: 'Hold this moment (z)',
  frozen: 'held',
  goOn: 'The moment is held: nothing that happens now is shown. Go on (z)',
  chooseLens: (type: string) => `Lens of ${type} namespaces`,
  lensLabel: 'Lens: which type of namespaces',
  timeline: 'Timeline (t)',
  search: 'Search (/)',
  searchLabel: 'Search containers, images, processes, inodes, PIDs, labels',
};
