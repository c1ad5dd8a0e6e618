import { expect, it } from 'vitest';
import type { Engine } from '../model/host';
import { FIRST_STEPS, firstSteps } from './first-steps';

const is = (kind: Engine['kind'], endpoint = `unix:///run/${kind}.sock`) => ({ kind, endpoint });
const all = (...engines: ReturnType<typeof is>[]) => {
  const steps = firstSteps(engines);
  return steps && [...steps.apart, ...steps.joined];
};

it('are Docker’s where one answers, whatever else does', () => {
  expect(firstSteps([is('containerd'), is('podman'), is('docker')])).toBe(FIRST_STEPS);
});

it('are the same with Podman’s command where that answers alone, and root’s where it is root’s', () => {
  const asPodman = (command: string) =>
    [...FIRST_STEPS.apart, ...FIRST_STEPS.joined].map((line) => line.replace(/^docker/, command));
  expect(all(is('podman'))).toEqual(asPodman('podman'));
  expect(all(is('podman', 'unix:///run/user/1000/podman/podman.sock'))).toEqual(asPodman('podman'));
  expect(all(is('podman', 'unix:///run/podman/podman.sock'))).toEqual(asPodman('sudo podman'));
});

it('are containerd’s own where that answers alone, which fetches images and knows namespaces by files', () => {
  expect(all(is('containerd', 'unix:///run/containerd/containerd.sock'))).toEqual([
    'sudo ctr image pull docker.io/library/ubuntu:latest',
    'sudo ctr run -d docker.io/library/ubuntu:latest c1 sleep 1d',
    'sudo ctr run -d docker.io/library/ubuntu:latest c2 sleep 999d',
    'sudo ctr task rm --force c2',
    'sudo ctr container rm c2',
    "sudo ctr run -d --with-ns pid:/proc/$(sudo ctr task ls | awk '/^c1 / {print $2}')/ns/pid docker.io/library/ubuntu:latest c2 sleep 999d",
  ]);
  expect(all(is('containerd', 'unix:///x.sock'))?.[0]).toMatch(
    /^sudo ctr --address \/x.sock image/,
  );
});

it('are none where nobody runs containers by hand', () => {
  expect(firstSteps([is('cri-o')])).toBeNull();
});
