import { describe, expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { ALL, chosenOf, subjectKey, subjectsOf, type Choice } from './choice';
import { everything, found, nothing } from './fixtures/told';

const messages = messagesFor('en');
const root = found('host-root', 'c1');
const ports = found('ports-everywhere', 'C10', {
  of: ['80/tcp'],
  subject: { engine: 'docker:unix:///run/d.sock', container: 'e'.repeat(64), name: 'C10' },
});
const namesake = found('host-root', 'c1', { subject: { ...root.subject, engine: 'podman:' } });
const told = { ...everything, findings: [root, ports, namesake] };

/** Which of the three, and how many undecided ones. */
function chosen(choice: Partial<Choice>, language: 'en' | 'zh-CN' = 'en') {
  const { findings, unknown } = chosenOf(told, { ...ALL, ...choice }, messagesFor(language));
  return [...findings.map((each) => told.findings.indexOf(each)), `${unknown.length} undecided`];
}

describe('of what was told is chosen', () => {
  it.each<[string, Partial<Choice>, (number | string)[]]>([
    ['all', {}, [0, 1, 2, '21 undecided']],
    ['by severity', { severities: ['high'] }, [0, 2, '21 undecided']],
    ['by none', { severities: [] }, ['21 undecided']],
    ['by container', { container: subjectKey(root.subject) }, [0, '0 undecided']],
    [
      'by one that is undecided',
      {
        container: subjectKey({
          engine: 'docker:unix:///run/d.sock',
          container: 'd'.repeat(64),
          name: '',
        }),
      },
      ['21 undecided'],
    ],
    ['by one that is gone', { container: 'docker: x' }, ['0 undecided']],
    ['by a rule', { text: 'host-root' }, [0, 2, '1 undecided']],
    ['by a name, in whatever case', { text: 'c10' }, [1, '0 undecided']],
    ['by what it is about', { text: '80/TCP' }, [1, '0 undecided']],
    ['by words in any order', { text: ' host  ROOT c1 ' }, [0, 2, '0 undecided']],
    ['by what would be asked', { text: 'confines' }, ['1 undecided']],
    ['by words that nothing has', { text: 'nobody' }, ['0 undecided']],
    ['by signs of a pattern', { text: '.*' }, ['0 undecided']],
  ])('%s', (_, choice, expected) => {
    expect(chosen(choice)).toEqual(expected);
  });

  it('by words of the language that it is told in', () => {
    expect(chosen({ text: '宿主机的 root' }, 'zh-CN')).toEqual([0, 2, '2 undecided']);
  });

  it('and what did not tell, and what does not apply, stays', () => {
    const { silent, inapplicable } = chosenOf(told, { ...ALL, text: 'nobody' }, messages);
    expect(silent).toEqual(everything.silent);
    expect(inapplicable).toEqual(everything.inapplicable);
  });
});

it('lists each container once, by name; two of one name are two', () => {
  expect(subjectsOf(told).map(({ name }) => name)).toEqual(['c1', 'c1', 'C10', 'c2']);
  expect(new Set(subjectsOf(told).map(subjectKey)).size).toBe(4);
  expect(subjectsOf(nothing)).toEqual([]);
});
