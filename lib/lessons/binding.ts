import { LABEL } from '../lab/label';
import type { Container } from '../model/container';
import { containerKey } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import type { Lesson } from './lesson';
import { nameHere } from './names';
import type { Bound, Run } from './run';

/**
 * For whom the names of the lesson stand now. A name stands for a container that came after the lesson began;
 * what was there before is somebody else's. Of an engine that was not heard then, all that it tells first was.
 */
export function bind(run: Run, lesson: Lesson, snapshot: Snapshot): Run {
  const connected = new Set(
    snapshot.engines.filter(({ state }) => state === 'connected').map(({ id }) => id),
  );
  const found = new Map<string, Container>(
    snapshot.containers.map((each) => [containerKey(each), each]),
  );
  const heard = [...new Set([...run.heard, ...connected])].sort();
  const foreign = Object.fromEntries([
    ...Object.entries(run.foreign).filter(
      ([key, { engine }]) => found.has(key) || !connected.has(engine),
    ),
    ...lesson.containers.flatMap((name) =>
      named(snapshot, nameHere(run, name))
        .filter((each) => isForeign(each, snapshot) && !run.heard.includes(each.engine))
        .filter(({ engine }) => connected.has(engine))
        .map((each) => [containerKey(each), { name, engine: each.engine }] as const),
    ),
  ]);
  const bound = Object.fromEntries(
    lesson.containers.flatMap((name): [string, Bound][] => {
      const before = run.bound[name];
      const there = before === undefined ? undefined : found.get(containerKey(before));
      const isSilent = before !== undefined && !connected.has(before.engine);
      if (before !== undefined && (isSilent || there?.name === nameHere(run, name))) {
        return [[name, before]];
      }
      const next = named(snapshot, nameHere(run, name))
        .filter((each) => connected.has(each.engine) && foreign[containerKey(each)] === undefined)
        .map(({ id, engine }) => ({ id, engine }))
        .sort((a, b) => (containerKey(a) < containerKey(b) ? -1 : 1))[0];
      const now = next ?? before;
      return now === undefined ? [] : [[name, now]];
    }),
  );
  return { ...run, heard, foreign, bound };
}

function named({ containers }: Snapshot, name: string): Container[] {
  return containers.filter((each) => each.name === name && each.role === null);
}

/**
 * What carries the label is a lesson's, whenever it came. Of a recording nothing is anybody else's: nothing in it can be
 * touched.
 */
function isForeign({ labels }: Container, { host }: Snapshot): boolean {
  return host.reader !== 'recording' && labels[LABEL] === undefined;
}
