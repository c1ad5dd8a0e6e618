import { listed, type Sentence } from './sentence';

/** The machine in plain sentences, and what every fact has beside it. */
export const summary = {
  how: 'How do we know?',
  howOf: (fact: string) => `How do we know: ${fact}`,
  engines: 'Engines',
  noEngine: 'No container engine was found.',
  asides: (n: number) => `Good to know (${n})`,
  recordedAsides: (n: number) => `Said when this was recorded (${n})`,
  engineStates: {
    connected: 'connected',
    connecting: 'connecting…',
    disconnected: 'does not answer',
    denied: 'access denied',
    absent: 'not there',
  },

  /** Between two sentences. */
  between: ' ',
  heading: 'This machine',
  recorded: 'The recorded machine',
  processes: (n: number, partial: boolean): string =>
    partial
      ? `Only ${n} of its processes can be seen.`
      : `This machine runs ${n} ${n === 1 ? 'process' : 'processes'}.`,
  running: (running: number, stopped: number): string => {
    const first = running === 1 ? 'One container runs' : `${running} containers run`;
    return stopped === 0
      ? `${first}.`
      : `${first}; ${stopped} ${stopped === 1 ? 'is' : 'are'} stopped.`;
  },
  noneRuns: (stopped: number): string =>
    stopped === 0 ? 'No container runs.' : `No container runs; ${stopped} stopped.`,
  unknownRuns: 'Whether a container runs is not known: no list of them has come yet.',
  hostFacts: 'Facts of the host',
  sharing: 'Who shares what',
  share: <T>(containers: T[], namespaces: T[]): Sentence<T> => [
    ...listed(containers),
    ' share the same ',
    ...listed(namespaces),
    namespaces.length === 1 ? ' namespace.' : ' namespaces.',
  ],
  onHost: <T>(containers: T[], namespaces: T[]): Sentence<T> => [
    ...listed(containers),
    containers.length === 1 ? " runs in the host's " : " run in the host's ",
    ...listed(namespaces),
    namespaces.length === 1 ? ' namespace.' : ' namespaces.',
  ],
  inEngine: <T>(containers: T[], namespaces: T[]): Sentence<T> => [
    ...listed(containers),
    containers.length === 1 ? " runs in its engine's " : " run in their engine's ",
    ...listed(namespaces),
    namespaces.length === 1 ? ' namespace.' : ' namespaces.',
  ],
  unknown: (n: number): string =>
    n === 1
      ? 'Of one container it is not known what it shares: its namespaces could not be read.'
      : `Of ${n} containers it is not known what they share: their namespaces could not be read.`,
  nothingShared:
    'No two containers share a namespace of their own, and none runs in one of the host’s where Docker would give it its own.',
  moreSentences: (n: number) => `… and ${n} more like these.`,
  more: (n: number) => `${n} more`,
  hint: 'Select a container or a namespace to see its facts, each with the command that shows it.',
};
