import { describe, expect, it } from 'vitest';
import { commandMessagesFor } from '../i18n/command-messages';
import { LANGUAGES } from '../model/language';
import { parseFigures } from './parse';

const HEAD = 'nsview: 1\nsources: {talk: {recording: ./talk.nsvrec}}\nfigures:\n';

function linesOf(text: string, language: 'en' | 'zh-CN' = 'en'): string[] {
  const words = commandMessagesFor(language).cli.figuresFile;
  return parseFigures(text).problems.map(({ line, figure, field, mistake }) =>
    words.problem('f.yaml', line, figure, field, words.mistake(mistake)),
  );
}

/** The fields of a figure, and the one line that tells what is wrong about them. */
const OF_A_FIGURE: [string, string, RegExp][] = [
  [
    'an unknown field',
    'colour: red',
    /figure a, colour: there is no field "colour": there are output/,
  ],
  ['a field nearly right', 'cropp: {to: [x]}', /figure a, cropp: .*did you mean "crop"\?/],
  [
    'a source that is not there',
    'from: talkk',
    /figure a, from: there is no source "talkk": did you mean "talk"/,
  ],
  [
    'a size of one number',
    'size: [960]',
    /figure a, size: got \[960\], expected something like size: \[960, 540\]/,
  ],
  ['a size that is too small', 'size: [9, 540]', /figure a, size\[1\]: got 9, expected/],
  ['a theme', 'theme: darkk', /figure a, theme: got "darkk": did you mean "dark"/],
  [
    'one of several languages',
    'lang: [en, de]',
    /figure a, lang\[2\]: got "de": there are en, zh-CN/,
  ],
  ['a moment', 'at: soon', /figure a, at: got soon, expected something like at: 12\.5/],
  [
    'a field of a moment',
    'at: {evnt: c1-created}',
    /figure a, at\.evnt: there is no field "evnt": did you mean "event"/,
  ],
  [
    'a time after it',
    'at: {event: x, then: 1 h}',
    /figure a, at\.then: got 1 h, expected something like then: 1s/,
  ],
  [
    'a parameter of the view',
    'view: {viw: lens}',
    /figure a, view: .*no "viw": did you mean "view"/,
  ],
  [
    'a value of the view',
    'view: {view: lense}',
    /figure a, view: view: got "lense", expected sharing/,
  ],
  [
    'what is said elsewhere',
    'view: {theme: dark}',
    /figure a, view: .*no "theme", or a figure is told it elsewhere/,
  ],
  ['a view that is no view', 'view: 7', /figure a, view: got 7, expected/],
  [
    'a predicate',
    'expect: {sharez: [c1, c2, pid]}',
    /figure a, expect\.sharez: there is no predicate "sharez": did you mean "shares"/,
  ],
  [
    'an argument of one',
    'expect: {shares: [c1, c2, pod]}',
    /figure a, expect\.shares\[3\]: value 3: got "pod", expected a type/,
  ],
  [
    'one of several',
    'expect: [{running: c1}, {runing: c1}]',
    /figure a, expect\[2\]\.runing: .*"running"/,
  ],
  [
    'a side',
    'callouts: [{at: "container:c1", side: rihgt, text: x}]',
    /figure a, callouts\[1\]\.side: got "rihgt": did you mean "right"/,
  ],
  [
    'a text in one language of two',
    'lang: [en, zh-CN]\n    caption: {en: x}',
    /figure a, caption: it is not said in zh-CN/,
  ],
  [
    'no text',
    'callouts: [{at: "container:c1", side: top}]',
    /figure a, callouts\[1\]\.text: it is missing: expected something like text: /,
  ],
  ['an empty crop', 'crop: {to: []}', /figure a, crop\.to: got \[\], expected/],
  ['a png of no scale', 'png: 9', /figure a, png: got 9, expected something like png: 2/],
];

describe('a mistake in a figure is one line, and the others are drawn', () => {
  it.each(OF_A_FIGURE)('%s', (_, fields, line) => {
    const from = fields.startsWith('from') ? '' : '    from: talk\n';
    const text = `${HEAD}  - output: a\n${from}    ${fields}\n  - {output: b, from: talk}\n`;
    const lines = linesOf(text);
    expect(lines).toEqual([expect.stringMatching(line)]);
    expect(lines[0]).toMatch(/^f\.yaml:\d+: /);
    expect(parseFigures(text).figures.map(({ output }) => output)).toEqual(['b']);
    // Told in the other language as well, and of the same place.
    const [other = ''] = linesOf(text, 'zh-CN');
    expect(other.slice(0, 9)).toBe(lines[0]?.slice(0, 9));
    expect(other).toMatch(/\p{Script=Han}/u);
  });
});

describe('a mistake in the file is one line', () => {
  it.each([
    ['no YAML', 'figures: [', /^f\.yaml:\d+: this is not YAML/],
    [
      'a version',
      HEAD.replace('1', '2') + '  - {output: a, from: talk}',
      /^f\.yaml:1: nsview: got 2/,
    ],
    ['no sources', 'nsview: 1\nfigures: [{output: a}]', /sources: it is missing/],
    [
      'a field',
      `colour: 1\n${HEAD}  - {output: a, from: talk}`,
      /^f\.yaml:1: colour: there is no field/,
    ],
    [
      'a default',
      `defaults: {sizee: [1, 2]}\n${HEAD}  - {output: a, from: talk}`,
      /defaults\.sizee: .*"size"/,
    ],
    [
      'a source',
      HEAD.replace('recording', 'recordin') + '  - {output: a, from: talk}',
      /^f\.yaml:2: sources\.talk/,
    ],
    ['no figures', `${HEAD.replace('figures:\n', 'figures: []\n')}`, /figures: got \[\]/],
    [
      'a name out of its folder',
      `${HEAD}  - {output: ../a, from: talk}`,
      /figure \.\.\/a, output: got \.\.\/a/,
    ],
    [
      'one name twice',
      `${HEAD}  - {output: a, from: talk}\n  - {output: a, from: talk}`,
      /^f\.yaml:5: figure a, output: "a" is there already, as number 1/,
    ],
    [
      'no source of a figure',
      `${HEAD}  - {output: a}`,
      /figure a, from: it is missing: .*from: talk/,
    ],
  ])('%s', (_, text, line) => {
    expect(linesOf(text)).toEqual([expect.stringMatching(line)]);
  });
});

it('what the file says for all is said for each, unless that says otherwise', () => {
  const text = `nsview: 1
out: pictures
defaults: {size: [800, 600], theme: [light, dark], from: talk}
sources: {talk: {shipped: course}}
figures:
  - output: a
  - {output: b, theme: dark, size: [500, 400]}
`;
  const { out, figures, problems } = parseFigures(text);
  expect(problems).toEqual([]);
  expect(out).toBe('pictures');
  expect(figures).toMatchObject([
    { output: 'a', size: [800, 600], theme: ['light', 'dark'], source: { shipped: 'course' } },
    { output: 'b', size: [500, 400], theme: 'dark' },
  ]);
});

it('every language says each of them', () => {
  for (const language of LANGUAGES) expect(linesOf('figures: [', language)).toHaveLength(1);
});
