import { expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { containerKey, namespaceId } from '../model/ids';
import { courseMachine as machine } from '../select/course-machine';
import { withSandboxes } from '../sandboxes/fixtures/with-sandboxes';
import { compare } from '../timeline/compare';
import { differenceSigns, toldDifferences, toldSandboxes } from './differences';

const words = messagesFor('en').timeline;
const named = (name: string) => {
  const found = machine.containers.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const [c1, c2] = [named('c1'), named('c2')];
const apart = {
  ...machine,
  containers: machine.containers.map((each) =>
    each === c2
      ? {
          ...{ ...c2, id: 'e'.repeat(64), sharing: { ...c2.sharing, pid: 'own' as const } },
          namespaces: { ...c2.namespaces, pid: namespaceId('pid', '4026532999') },
        }
      : each === c1
        ? { ...c1, sharing: { ...c1.sharing, pid: 'own' as const } }
        : each,
  ),
};

it('tells what the demonstration of the course changes, and nothing else', () => {
  const comparison = compare(apart, machine);
  expect(toldDifferences(comparison, words).map(({ title, facts }) => [title, ...facts])).toEqual([
    ['c2, made again', 'in c1’s PID namespace, pid:[4026532183]'],
    ['the c2 of before'],
    ['c1', 'c2 came into its PID namespace'],
  ]);
  expect([...differenceSigns(comparison)]).toEqual([
    [containerKey(c2), 'appeared'],
    [c1.namespaces.pid, 'changed'],
    [`${c2.engine}/${'e'.repeat(64)}`, 'went'],
    [containerKey(c1), 'changed'],
  ]);
});

it('a new namespace of the same number is told as another', () => {
  const again = {
    ...machine,
    namespaces: machine.namespaces.map((each) =>
      each.id === named('vault').namespaces.net ? { ...each, lifetime: 'x' } : each,
    ),
  };
  expect(toldDifferences(compare(machine, again), words)[0]?.facts).toEqual([
    `in another network namespace, net:[4026532404]: a new one with the same number`,
  ]);
});

it('tells which sandboxes came and went, which have signs as well', () => {
  const having = (inode: string) => withSandboxes(machine, { uts: namespaceId('uts', inode) });
  const comparison = compare(having('71'), having('72'));
  expect(toldSandboxes(comparison, messagesFor('en'))).toMatchObject([
    {
      difference: 'appeared',
      name: 'sleep',
      pid: 20_001,
      detail: 'sandbox · PID 20001 · 1 process',
    },
    { difference: 'went', name: 'sleep', pid: 20_001, detail: 'sandbox · PID 20001 · 1 process' },
  ]);
  expect([...differenceSigns(comparison)]).toEqual([
    [':sandbox uts:72', 'appeared'],
    [':sandbox uts:71', 'went'],
  ]);
});
