import { optionLines } from '../option-lines';

/** What `nsview page` says. */
export const pageCommand = {
  /** @param readOptions those of every command that reads this machine, in a column of so many characters */
  usage: (readOptions: (width: number) => string): string => `Usage: nsview page -o FILE [options]

Makes one file of HTML that shows a recording, or this machine as it is now: all views, the player, the search, in
both languages. It is opened from a disk or from any web server, needs no nsview and no network, and asks nobody
anything. What it shows is readable for whoever has it: nsview record --anonymous leaves out what should stay here.

Options:
${optionLines(
  [
    ['-o, --output FILE', 'where to, in place of what is there'],
    ['--from FILE|URL', 'a recording, or the address of an nsview that runs; else this machine'],
    ['--minutes NUMBER', 'of this machine, so many minutes from now on; else this moment'],
    [
      '--view QUERY',
      'what is shown at first, as the address of the page has it: view=lens&lens=pid',
    ],
    ['--title TEXT', "what the page is called (the recording's name, else the machine's)"],
    ['--token-file FILE', 'the token of the nsview at the URL'],
  ],
  17,
)}
${readOptions(17)}
`,
  outputNeeded: 'nsview: page: say where it is to go: -o FILE',
  titleLength: (most: number) => `1 to ${most} characters`,
  minutesOfMachine:
    'nsview: page: --minutes says how long this machine is recorded, and --from has something else shown',
  tokenOfUrl: 'nsview: page: --token-file is for an nsview at a URL: give --from its address',
  minutes: (most: number) => `a number of minutes, at most ${most}`,
  cannotAsk: (address: string, why: string) => `nsview: page: ${address} did not tell: ${why}`,
  made: (file: string, kilobytes: number) => `nsview: ${file}: a page of ${kilobytes} kB`,
};
