import { expect, it } from 'vitest';
import { courseMachineWith, process } from '../select/course-machine';
import { namespaceId } from '../model/ids';
import { courseMachine } from '../select/course-machine';
import { findSandboxes } from './find';
import { foldSandboxes } from './fold';

const many = (count: number) =>
  findSandboxes(
    courseMachineWith({
      processes: Array.from({ length: count }, (_, nth) =>
        process({
          pid: 20_000 + nth,
          namespaces: { ...courseMachine.host.namespaces, net: namespaceId('net', String(nth)) },
        }),
      ),
    }),
  ).sandboxes;

it('shows up to forty each', () => {
  for (const count of [0, 40]) {
    const sandboxes = many(count);
    expect(foldSandboxes(sandboxes, false, null)).toEqual({ shown: sandboxes, fold: null });
  }
});

it('shows more as one, but for the one that is selected', () => {
  const sandboxes = many(41);
  const [, second] = sandboxes;
  expect(foldSandboxes(sandboxes, false, null)).toEqual({
    shown: [],
    fold: { count: 41, folded: 41, open: false },
  });
  expect(foldSandboxes(sandboxes, false, second?.key ?? '')).toEqual({
    shown: [second],
    fold: { count: 41, folded: 40, open: false },
  });
});

it('shows each of them where a person asks for it', () => {
  const sandboxes = many(41);
  expect(foldSandboxes(sandboxes, true, null)).toEqual({
    shown: sandboxes,
    fold: { count: 41, folded: 0, open: true },
  });
});
