import { optionLines } from '../option-lines';

/** What `nsview figure` says. */
export const figureCommand = {
  /** @param readOptions those of every command that reads this machine, in a column of so many characters */
  usage: (readOptions: (width: number) => string): string => `Usage: nsview figure [options]
       nsview figure FILE [-o NAME…] [--check | --watch] [--live]
       nsview figure --schema

Draws a view as a picture: SVG, or PNG where the file's name ends so. No browser is needed, and the same is drawn
to the byte each time. Of this machine now, unless --from names a recording or another nsview.

FILE: figures as they are written down in a file of YAML (docs/figures.md), with what is said about them; prints what
shows each in Markdown. Exit code 2: something of it could not be drawn; the rest was.

Options with FILE:
${optionLines(
  [
    ['-o, --output NAME', 'this figure alone (can be repeated)'],
    [
      '--check',
      'writes none; exit code 1: one would be another now, and what it would be is put beside it',
    ],
    ['--watch', 'draws again whenever the file changes'],
    ['--live', 'figures may show what is there now'],
    ['--schema', 'prints what such a file can be, as a JSON schema for editors'],
  ],
  17,
)}

Options of one figure:
${optionLines(
  [
    ['--from FILE|URL', 'a recording, or the address of an nsview that runs'],
    [
      '--view QUERY',
      'what is shown, as the address of the page has it: view=lens&lens=pid (view=sharing)',
    ],
    ['--at SECONDS', "of a recording, this moment (the address's, else its end)"],
    ['--size WxH', 'in pixels; a view that needs more is higher (960x540)'],
    ['--theme NAME', "light, dark or contrast (the address's, else light)"],
    ['--lang TAG', "en or zh-CN (the address's, else that of LANG)"],
    ['--text HOW', 'outlines, the same everywhere, or fonts: text that can be searched (outlines)'],
    ['--scale NUMBER', 'of a PNG, 1 to 4 pixels for each of the figure (2)'],
    ['-o, --output FILE', 'where to, in place of what is there; else SVG to standard output'],
    ['--token-file FILE', 'the token of the nsview at the URL'],
  ],
  17,
)}
${readOptions(17)}
`,
  sizeRange: (least: string, most: string) => `WIDTHxHEIGHT from ${least} to ${most}, e.g. 960x540`,
  second: 'a number of seconds, e.g. 12.5',
  scaleRange: 'a number from 1 to 4',
  addressParameter: (names: string) => `what an address of the page has; it has no ${names}`,
  addressValue: (parameter: string, expected: string) => `${parameter} to be ${expected}`,
  fileName: 'a name that ends with .svg or .png',
  scaleOfPng: 'nsview: figure: --scale is for a PNG: give -o a name that ends with .png',
  momentOfNow:
    'nsview: figure: --at is for a recording; this machine, or a URL, is shown as it is now',
  noPast:
    'nsview: figure: past in --view is a moment that a running server remembers; a figure is of now, or of a recording (nsview record)',
  startOfNow:
    'nsview: figure: from in --view compares with a moment of a recording; this machine, or a URL, is shown as it is now',
  startInRecording: (most: number) =>
    `from to be a moment of the recording, which ends after ${most} seconds`,
  tokenOfUrl: 'nsview: figure: --token-file is for an nsview at a URL: give --from its address',
  readsNothing: (option: string) =>
    `nsview: figure: ${option} says how this machine is read, and --from has it read something else`,
  cannotAsk: (address: string, why: string) => `nsview: figure: ${address} did not tell: ${why}`,
  missingCharacter: (character: string, text: string) =>
    `no font that comes with nsview has ${character}, which stands in "${text}": leave it out of the view, or take --text fonts and have the reader's machine choose`,
  oneFile: 'nsview: figure: name one file of figures',
  fileNeeded: 'nsview: figure: --check, --watch and --live are for a file of figures: name one',
  oneOutput: 'nsview: figure: -o can be repeated with a file of figures alone',
  saidInFile: (option: string) =>
    `nsview: figure: ${option} is for one figure; those of a file have it in there`,
  checkAlone: (option: string) =>
    `nsview: figure: ${option} makes no sense with --check, which compares with what was drawn once`,
};
