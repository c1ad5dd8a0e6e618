import { expect, it } from 'vitest';
import type { Informant } from '@lib/asking/handler';
import { untoldDetails } from '@lib/asking/untold-details';
import { courseMachine } from '@lib/select/course-machine';
import { leaderOf } from '@lib/select/leader-of';
import type { UseReading } from '@lib/use/reading';
import { answerUse } from './use';

it('hands what was read of cgroups to who tells it in numbers', async () => {
  const unseen = { value: null, reason: 'cgroup-unseen' };
  const reading: UseReading = {
    controllers: {
      ...{ memory: unseen, cpu: unseen, cpuacct: unseen },
      ...{ pids: unseen, io: unseen, freezer: unseen },
    },
    machine: { meminfo: unseen, cpus: unseen },
    network: unseen,
  };
  const [c1] = courseMachine.containers;
  const leader = c1 === undefined ? null : leaderOf(courseMachine, c1);
  if (c1 === undefined || leader === null) throw new Error('c1 runs');
  const kept: unknown[] = [];
  const looked = () => Promise.resolve(courseMachine);
  const machine: Informant = {
    past: null,
    ...{ fresh: looked, seen: looked, searched: looked, usage: () => Promise.resolve([]) },
    details: {
      ...untoldDetails,
      use: () => Promise.resolve(reading),
      writtenLately: (writer) => Promise.resolve({ ...writer, bytes: 0, unreadable: {} }),
    },
    uses: { keep: ({ pid, startTicks, id }, of) => kept.push([pid, startTicks, id, of]) },
    findings: { keep: () => undefined },
  };
  await answerUse(c1.name, machine);
  expect(kept).toEqual([[leader.pid, leader.startTicks, c1.id, reading]]);
});
