const counted = (n: number) => (n === 1 ? '1 finding' : `${n} findings`);

/** Findings on the page: of one container, and of all that run. */
export const findingList = {
  /** @param open those that nobody has acknowledged */
  about: (open: number, all: number, name: string) => `${open} of ${all} about ${name}`,
  ofSeverity: (n: number, severity: string) => `${n} ${severity}`,
  undecided: (n: number) => `${n} not decided`,
  acknowledgedShort: (n: number) => `${n} acknowledged`,
  showThem: 'Show them',
  showInFull: (name: string) => `Show ${name} in full`,
  open: 'Findings of all containers',
  title: 'Findings of all containers that run',
  close: 'Close',
  /** @param all whatever is chosen */
  sum: (open: number, acknowledged: number, all: number) => {
    const known = acknowledged === 0 ? '' : `, ${acknowledged} acknowledged`;
    const rest = all - open - acknowledged;
    return `${counted(open)}${known}${rest === 0 ? '' : `, ${rest} not shown`}`;
  },
  anyContainer: 'all containers',
  text: 'with the words',
  acknowledge: 'Acknowledge',
  takeBack: 'Take back',
  acknowledged: (n: number) => `acknowledged (${n})`,
  notKept: 'This browser keeps nothing for this page: what is acknowledged is forgotten with it.',
  showAll: (n: number) => `Show all ${n}`,
  noneDecided: 'Nothing is found in what could be decided.',
  noneOpen: 'All of them are acknowledged.',
  noneChosen: 'None of the findings is like that.',
  /** @param names whose; none: of the one that all is about */
  notKnown: (names: readonly string[], what: string, why: string) =>
    `${names.length === 0 ? 'It' : `Of ${names.join(', ')} it`} is not known ${what}: ${why}.`,
  moreNames: (n: number) => `${n} more`,
  doesNotApply: (what: string, why: string) => `It is not asked ${what}: ${why}.`,
  saveAll: 'Save all as',
  saveHint: 'All findings, also those that are acknowledged or not shown here',
  formats: { json: 'JSON', sarif: 'SARIF', markdown: 'Markdown' },
  saved: (file: string) => `Saved as ${file}`,
};
