import { describe, expect, it } from 'vitest';
import { commandMessagesFor } from '../i18n/command-messages';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { courseMachine } from '../select/course-machine';
import { namespaceRows, type NamespaceRow } from './namespace-row';
import { namespaceTable } from './namespace-table';

const plain = { width: null, paint: (text: string) => text };
const only = (...types: NamespaceType[]) => new Set(types);

describe('namespaceRows', () => {
  it('has the container whose processes are there, and not the one of its id in another engine', () => {
    const [c1 = expect.fail('c1')] = courseMachine.containers;
    const twin = { ...c1, engine: 'podman:unix:///run/podman.sock', name: 'twin', pid: 0 };
    const snapshot = { ...courseMachine, containers: [...courseMachine.containers, twin] };
    const rows = namespaceRows(snapshot, only('pid')).map(({ containers }) => containers);
    expect(rows).toContainEqual(['c1', 'c2']);
    expect(rows.flat()).not.toContain('twin');
  });

  it('tells of a namespace what lsns does, and whose it is', () => {
    const [host, c1] = namespaceRows(courseMachine, only('pid'));
    expect(host).toMatchObject({ ns: 4026531836, pid: 1, uid: 0, sharing: 'host' });
    expect(host).toMatchObject({ containers: [], command: '/sbin/init' });
    expect(c1).toEqual({
      ns: 4026532183,
      type: 'pid',
      nprocs: 4,
      pid: 6897,
      uid: 0,
      containers: ['c1', 'c2'],
      sharing: 'shared',
      command: 'sh -c sleep 1d',
    });
  });

  it('has every namespace in the order of the snapshot', () => {
    const rows = namespaceRows(courseMachine, new Set(NAMESPACE_TYPES));
    expect(rows.map(({ type, ns }) => `${type}:${ns}`)).toEqual(
      courseMachine.namespaces.map(({ id }) => id),
    );
  });

  it('does not invent sharing where no container is known', () => {
    const hidden = {
      ...courseMachine,
      containers: [],
    };
    const rows = namespaceRows(hidden, only('pid'));
    expect(rows[1]).toMatchObject({ containers: [], sharing: null });
  });
});

describe('namespaceTable', () => {
  it.each([
    ['en' as const, /^ +NS TYPE NPROCS +PID USER CONTAINERS SHARING COMMAND$/],
    ['zh-CN' as const, /^ +NS 类型 进程数 +PID 用户 容器 +共享 +命令$/],
  ])('%s: titles', (language, titles) => {
    const text = namespaceTable([], commandMessagesFor(language), plain);
    expect(text.trimEnd()).toMatch(new RegExp(titles.source.replaceAll(' +', ' *')));
  });

  it('shows the course', () => {
    const rows = namespaceRows(courseMachine, only('pid', 'user'));
    const lines = namespaceTable(rows, commandMessagesFor('en'), plain).trimEnd().split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '        NS TYPE NPROCS  PID USER   CONTAINERS    SHARING COMMAND',
      "4026531836 pid       6    1 root   -             host's  /sbin/init",
      '4026532183 pid       4 6897 root   c1,c2         shared  sh -c sleep 1d',
    ]);
  });

  const bare: NamespaceRow = {
    ns: 4026532999,
    type: 'net',
    nprocs: 0,
    pid: null,
    uid: null,
    containers: [],
    sharing: null,
    command: null,
  };
  it.each<[string, Partial<NamespaceRow>, number | null, RegExp]>([
    ['held by no process', {}, null, /^4026532999 net +0 +- +- +- +- +-$/],
    ['a user that could not be read', { pid: 7 }, null, / 7 \? /],
    ['many containers', { containers: ['a', 'b', 'c', 'd', 'e'] }, null, / a,b,c,d,e /],
    ['many in a terminal', { containers: ['a', 'b', 'c', 'd', 'e'] }, 80, / a,b,c,\+2 /],
    ['hostile names', { containers: ['\u001b[2Ja'], command: 'x\ny' }, null, / \[2Ja +- +x y$/],
  ])('%s', (_, change, width, expected) => {
    const [, line] = namespaceTable([{ ...bare, ...change }], commandMessagesFor('en'), {
      ...plain,
      width,
    }).split('\n');
    expect(line).toMatch(expected);
  });

  it('paints titles and sharing alone', () => {
    const painted: string[] = [];
    namespaceTable([{ ...bare, sharing: 'own' }], commandMessagesFor('en'), {
      width: null,
      paint: (text, tone) => {
        painted.push(`${tone}:${text.trim()}`);
        return text;
      },
    });
    expect(painted.at(-1)).toBe('own:own');
    expect(painted).toHaveLength(9);
  });
});
