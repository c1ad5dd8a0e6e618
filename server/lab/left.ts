import type { LabCleaned, LabThing, LabThings } from '@lib/lab/state';
import type { DockerCommand } from './docker';
import { ownFolders } from './folders';
import { FOR_ALL, LABEL } from '@lib/lab/label';
import { Refusal } from './refusal';
import { runProgram } from './running';
import { thingNamed } from './things';

type Kind = Exclude<keyof LabThings, 'folders'>;

/** How each kind is listed: a line each, the label's value last, for it may be any text. */
const LISTED: Readonly<Record<Kind, readonly string[]>> = {
  containers: ['ps', '-a', '--no-trunc', `--format={{.ID}} {{.Names}} {{.Label "${LABEL}"}}`],
  images: ['images', '--no-trunc', '--format={{.ID}} {{.Repository}}:{{.Tag}} -'],
  networks: ['network', 'ls', '--no-trunc', `--format={{.ID}} {{.Name}} {{.Label "${LABEL}"}}`],
  volumes: ['volume', 'ls', `--format={{.Name}} {{.Name}} {{.Label "${LABEL}"}}`],
};

const NONE: LabThings = { containers: [], images: [], networks: [], volumes: [], folders: [] };

/** All that carries the label, and the folders of the lab. @throws Refusal where the daemon does not tell */
export async function leftBehind(docker: DockerCommand, signal: AbortSignal): Promise<LabThings> {
  const list = (kind: Kind) => listed(docker, kind, signal);
  const [containers, images, networks, volumes] = await Promise.all([
    ...([list('containers'), list('images'), list('networks'), list('volumes')] as const),
  ]);
  return { containers, images, networks, volumes, folders: ownFolders().map(({ path }) => path) };
}

async function listed(docker: DockerCommand, kind: Kind, signal: AbortSignal): Promise<LabThing[]> {
  const lines = await docker.demand([...LISTED[kind], '--filter', `label=${LABEL}`], signal);
  const things = lines.flatMap((line) => {
    const [, id, name, lesson] = /^(\S+) (\S+) (.*)$/.exec(line) ?? [];
    return id === undefined || name === undefined || lesson === undefined
      ? []
      : [{ id, name, lesson }];
  });
  if (kind !== 'images') return things;
  // The list of images has no labels in it.
  return Promise.all(
    things.map(async (thing) => {
      const image = await thingNamed(docker, 'image', thing.id, signal);
      return { ...thing, lesson: image?.lesson ?? '' };
    }),
  );
}

/**
 * Removes what lessons have made: each thing by a call of its own, so that what is kept is known, and why.
 * @param lesson null: of all lessons. Of one: what is there for all of them goes when no other has anything left
 */
export async function cleanUp(
  docker: DockerCommand,
  lesson: string | null,
  signal: AbortSignal,
): Promise<LabCleaned> {
  const left = await leftBehind(docker, signal);
  const isLast = Object.values<readonly (LabThing | string)[]>(left)
    .flat()
    .every((thing) => typeof thing === 'string' || [lesson, FOR_ALL].includes(thing.lesson));
  const goes = (of: string) => lesson === null || of === lesson || (of === FOR_ALL && isLast);
  const cleaned: LabCleaned = { removed: { ...NONE }, kept: [] };
  const remove = async (kind: Kind, call: (thing: LabThing) => readonly string[]) => {
    for (const thing of left[kind].filter((each) => goes(each.lesson))) {
      const { exit, complaint } = await docker.ask(call(thing), signal);
      if (exit === 0) cleaned.removed[kind] = [...cleaned.removed[kind], thing];
      else cleaned.kept.push({ what: thing.name, because: { code: 'failed', why: complaint } });
    }
  };
  // In this order: what is in use can not be removed.
  await remove('containers', ({ id }) => ['rm', '--force', '--volumes', id]);
  await remove('networks', ({ id }) => ['network', 'rm', id]);
  await remove('volumes', ({ id }) => ['volume', 'rm', id]);
  // By its names one by one, and not by force: what somebody else runs from it keeps it.
  await remove('images', ({ id, name }) => ['rmi', /<none>/.test(name) ? id : name]);
  for (const { path } of ownFolders().filter((folder) => goes(folder.lesson))) {
    const failed = await removeFolder(path, docker, signal);
    if (failed === null) cleaned.removed.folders = [...cleaned.removed.folders, path];
    else cleaned.kept.push({ what: path, because: failed.because });
  }
  return cleaned;
}

/** By rm(1), which no link put there meanwhile leads astray. @returns null: it is gone */
async function removeFolder(
  path: string,
  { environment }: DockerCommand,
  signal: AbortSignal,
): Promise<Refusal | null> {
  let why = '';
  const exit = await runProgram(
    { argv: ['rm', '-rf', '--', path], environment },
    (_, line) => (why = line),
    signal,
  );
  return exit === 0 ? null : new Refusal({ code: 'failed', why });
}
