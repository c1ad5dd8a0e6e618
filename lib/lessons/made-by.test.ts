import { expect, it } from 'vitest';
import { madeBy } from './made-by';

it.each<[string, string[], string[]]>([
  ['one that is run', ['docker run --name c1 -d ubuntu sleep 1d'], ['c1']],
  ['one that is only created', ['docker create --name=c1 ubuntu'], ['c1']],
  ['by its longer name', ['docker container run -d --name "c1-mine" ubuntu'], ['c1-mine']],
  ['by Podman', ['podman run --name c1 ubuntu'], ['c1']],
  ['behind what removes it', ['docker rm --force c1; docker run --name c1 ubuntu'], ['c1']],
  ['two on a line', ['docker run --name c1 x && docker run --name c2 x'], ['c1', 'c2']],
  ['one on each line', ['docker run --name c1 x', 'docker run --name c2 x'], ['c1', 'c2']],
  ['what uses one', ['docker exec c1 ps', 'docker rm --force c1', 'docker ps'], []],
  ['one that it joins', ['docker run --name c2 --pid=container:c1 -d x'], ['c2']],
  ['one without a name', ['docker run -d ubuntu'], []],
  ['a name in another command', ['docker run -d x; echo --name c1'], []],
  ['a network', ['docker network create --name c1'], []],
  ['nothing', [], []],
])('%s', (_, lines, made) => {
  expect(madeBy(lines)).toEqual(made);
});
