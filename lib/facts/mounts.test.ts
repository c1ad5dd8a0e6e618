import { expect, it } from 'vitest';
import { sampleMount } from '../inside/fixtures/sample-mount';
import { courseMachine } from '../select/course-machine';
import { mountFacts } from './mounts';

const root = sampleMount({ target: '/', kind: 'root', hostPath: null, source: 'overlay' });
const socket = sampleMount({ target: '/docker.sock', hostPath: '/run/docker.sock' });

it('folds what lies over the kernel’s files, and names what is dangerous', () => {
  const masked = sampleMount({ target: '/proc/kcore', kind: 'masked', hostPath: '/dev/null' });
  const readonly = sampleMount({ target: '/proc/sys', kind: 'readonly', hostPath: null });
  const facts = mountFacts([root, masked, readonly, socket], courseMachine);
  expect(facts).toMatchObject({
    rows: {
      rows: [
        { mount: root, from: 'overlay', danger: null },
        { mount: socket, from: '/run/docker.sock', danger: 'engine', writable: true },
      ],
      more: 0,
    },
    masked: [masked],
    readonly: [readonly],
    dangerous: [{ mount: socket }],
  });
});

it('warns of each thing once, and of what may be written to apart', () => {
  const again = { ...socket, target: '/host/run/docker.sock' };
  const etc = sampleMount({ target: '/e', hostPath: '/etc' });
  const read = { ...etc, target: '/r', options: ['ro'] };
  const { dangerous } = mountFacts([root, socket, again, etc, read], courseMachine);
  expect(dangerous.map(({ from, writable }) => [from, writable])).toEqual([
    ['/run/docker.sock', true],
    ['/etc', true],
    ['/etc', false],
  ]);
});

it('warns nobody of what the host itself has', () => {
  const own = { ...root, hostPath: '/' };
  expect(mountFacts([own, socket], courseMachine).dangerous).toEqual([]);
});

it('counts the rest of very many, and warns of what is among them', () => {
  const many = Array.from({ length: 5000 }, (_, n) => sampleMount({ id: n, target: `/${n}` }));
  const { rows, dangerous } = mountFacts([root, ...many, socket], courseMachine);
  expect(rows.rows.length + rows.more).toBe(5002);
  expect(rows.rows.length).toBeLessThan(300);
  expect(dangerous.map(({ mount }) => mount)).toEqual([socket]);
});
