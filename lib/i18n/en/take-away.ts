/** Taking what is shown away, and holding a moment. */
export const takeAway = {
  title: 'Take it away',
  close: 'Close',
  lead: 'What is shown now, as a file or a link.',
  svg: 'Figure (SVG)',
  svgTells: 'Sharp at any size; one file that needs nothing else',
  png: 'Picture (PNG)',
  pngTells: 'Twice as many pixels as on the screen',
  json: 'Snapshot (JSON)',
  jsonTells: 'All that was read, as the API has it',
  link: 'Link',
  linkTells: 'To exactly this view, copied',
  waiting: 'Working…',
  reading: (known: number, of: number) => `Reading what is drawn: ${known} of ${of}…`,
  saved: (name: string) => `Saved: ${name}`,
  savedWithout: (name: string, missing: number) =>
    `Saved: ${name}. Of what it shows, ${missing} did not come in time and ${missing === 1 ? 'is' : 'are'} not in it.`,
  copied: 'The link is copied.',
  copyFailed: 'The browser did not let the link be copied. Copy it here:',
  address: 'Link to this view',
  failed: (why: string) => `It could not be made: ${why}`,
  nothingYet: 'There is nothing to take away before the first reading.',
};
