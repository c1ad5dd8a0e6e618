import { expect, it } from 'vitest';
import { refusedOfLine, refusedOfPodman } from './podman-refuses';

it.each([
  ['an image', ['build', '-t', 'x', '.'], /podman build/],
  ['the same by its other name', ['image', 'build', '.'], /podman build/],
  ['behind an address', ['--url', 'unix:///p.sock', 'build', '.'], /podman build/],
  ['one that is built otherwise', ['buildx', 'build', '.'], /podman buildx/],
  ['what a file describes', ['kube', 'play', 'pod.yaml'], /podman kube/],
  ['a network', ['network', 'create', 'n'], /podman network create/],
  ['one of a name', ['run', '--network', 'n', 'ubuntu'], /--network n makes a network/],
  ['one of a name, in one word', ['run', '--net=n', 'ubuntu'], /--net n makes a network/],
  ['the usual one', ['pod', 'create', '--network=bridge'], /--network bridge/],
  ['one that is not named', ['run', '--network'], /--network {2}makes/],
])('%s is refused: it would change the machine’s network', (_, words, why) => {
  expect(refusedOfPodman(words)).toMatch(why);
});

it.each([
  [['run', '-d', 'ubuntu', 'sleep', '1d']],
  [['run', '--network', 'none', 'ubuntu']],
  [['run', '--network=container:c1', 'ubuntu']],
  [['run', '--network', 'host', 'ubuntu']],
  [['image', 'ls']],
  [['rm', '--force', 'network']],
])('%j may be typed', (words) => {
  expect(refusedOfPodman(words)).toBeNull();
});

it.each([
  ['docker run -d --name c1 ubuntu sleep 1d', null],
  ['ls; docker build .', /podman build/],
  ['true && podman network ls', /podman network ls/],
  ['sudo docker compose up', /podman compose/],
  ['echo docker build', null],
])('of a line: %s', (line, why) => {
  const told = refusedOfLine(line);
  if (why === null) expect(told).toBeNull();
  else expect(told).toMatch(why);
});
