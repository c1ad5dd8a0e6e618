import { describe, expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { everything, found, nothing } from './fixtures/told';
import { terminalText } from './terminal';

const messages = messagesFor('en');

describe('what is hostile does nothing to a terminal', () => {
  it.each([
    ['a name of lines', 'a\nb\r\nc', 'a b c'],
    ['a name that clears the screen', '\u001b[2Ja', '[2Ja'],
    ['a name that turns the direction of text', 'a\u202egpj', 'agpj'],
    ['a name with a bar', 'a|b', 'a|b'],
  ])('%s', (_, name, written) => {
    const [first] = terminalText(
      { ...nothing, findings: [found('privileged', name)] },
      messages,
    ).split('\n');
    expect(first).toBe(
      `high  ${written} is privileged: it may do nearly all that the host may  [privileged]`,
    );
  });

  it('what a command prints is on one line', () => {
    const evidence = [{ command: 'cat \u0007x', value: 'a\nb\u001b[31mc\r\nd' }];
    const lines = terminalText(
      { ...nothing, findings: [found('privileged', 'c1', { evidence })] },
      messages,
    ).split('\n');
    expect(lines[1]).toBe('    $ cat x  →  a; b[31mc ; d');
    expect(lines.slice(2)).toEqual([
      '    start it without: --privileged',
      expect.stringContaining('CIS Docker Benchmark'),
      '',
    ]);
  });

  it('a name of which something is not known, and an endpoint', () => {
    const [unknown] = everything.unknown;
    if (unknown === undefined) throw new Error('there is one');
    const subject = { ...unknown.subject, name: 'a\nb\u001b[2J' };
    const lines = terminalText(
      { ...nothing, unknown: [{ ...unknown, subject }], silent: ['unix:///x\u0007y'] },
      messages,
    ).split('\n');
    expect(lines).toEqual([
      'No engine told of containers at unix:///xy: what there is to say of them is not known.',
      'Could not be decided:',
      '  privileged of a b[2J: it may not be read',
      '',
    ]);
  });
});

it('tells once what does not apply, and not as undecided', () => {
  const { inapplicable } = everything;
  const why = 'lsm-off does not apply here: no AppArmor or SELinux is at work on this machine';
  expect(terminalText({ ...nothing, inapplicable }, messages)).toBe(`Nothing is found.\n${why}\n`);
});

it('tells that nothing is found from that nobody told', () => {
  const none = 'Nothing is found.';
  expect(terminalText(nothing, messages)).toBe(`${none}\n`);
  expect(terminalText({ ...nothing, silent: ['unix:///x'] }, messages)).not.toContain(none);
});
