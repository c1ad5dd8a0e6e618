import { describe, expect, it } from 'vitest';
import { containersIn, formOf, formText, formsOf, isName, leavesIn } from './forms';
import { ARGUMENTS, type Name, type Predicate } from './predicate';

const written = (name: Name) => formsOf(name).map(formText);

describe('formsOf', () => {
  it.each<[Name, string[]]>([
    ['running', ['container']],
    ['exited', ['container', '[container, number]']],
    ['shares', ['[place, container, type]']],
    ['reaches', ['[place, place, tcp|udp, port]']],
    ['limit', ['[container, memory|cpu|pids|io|disk, count]']],
    ['mount', ['[container, path]', '[container, path, ro|rw]']],
    ['answered', ['true']],
  ])('%s', (name, forms) => expect(written(name)).toEqual(forms));

  it('has words for all that there is', () => {
    const names = Object.keys(ARGUMENTS).filter(isName);
    for (const name of names) expect(written(name)).not.toEqual([]);
  });
});

describe('formOf', () => {
  it.each<[Name, unknown, string | undefined]>([
    ['running', 'c1', 'container'],
    ['running', ['c1'], undefined],
    ['exited', ['c1', 137], '[container, number]'],
    ['exited', ['c1'], undefined],
    ['own', 'c1', undefined],
    ['own', null, undefined],
  ])('%s: %j', (name, value, text) => {
    const form = formOf(name, value);
    expect(form && formText(form)).toBe(text);
  });
});

describe('containersIn', () => {
  it.each<[string, Predicate, string[]]>([
    ['one', { running: 'c1' }, ['c1']],
    ['not the host', { sees: [':host', 'c1'] }, ['c1']],
    ['each time that it stands there', { shares: ['c1', 'c1', 'pid'] }, ['c1', 'c1']],
    ['not an image, nor a code', { 'from-image': ['c1', 'c2'] }, ['c1']],
    ['by either form', { exited: ['c1', 137] }, ['c1']],
    ['none', { 'layers-shared': ['a', 'b'] }, []],
    [
      'in what is joined',
      { any: [{ running: 'c1' }, { not: { all: [{ own: ['c2', 'net'] }] } }] },
      ['c1', 'c2'],
    ],
  ])('%s', (_, predicate, containers) =>
    expect(leavesIn(predicate).flatMap(containersIn)).toEqual(containers),
  );

  it('says where', () => {
    const predicate: Predicate = { any: [{ running: 'c1' }, { not: { own: ['c2', 'net'] } }] };
    expect(leavesIn(predicate).map(({ path }) => path)).toEqual([
      ['any', 0, 'running'],
      ['any', 1, 'not', 'own'],
    ]);
  });
});
