import type { LabThing, LabThings } from './state';

/** What carries the label of this lesson; folders carry none. */
export function leftBy(left: LabThings, lesson: string): LabThings {
  return { ...those(left, (thing) => thing.lesson === lesson), folders: [] };
}

/** What is left by others than this lesson, which is still followed. @param lesson null: none is */
export function leftByOthers(left: LabThings, lesson: string | null): LabThings {
  if (lesson === null) return left;
  return { ...those(left, (thing) => thing.lesson !== lesson), folders: [] };
}

function those(left: LabThings, isOne: (thing: LabThing) => boolean): Omit<LabThings, 'folders'> {
  const { containers, images, networks, volumes } = left;
  return {
    containers: containers.filter(isOne),
    images: images.filter(isOne),
    networks: networks.filter(isOne),
    volumes: volumes.filter(isOne),
  };
}

/** What there is of it by name, in the order in which it is told; without kinds of which there is nothing. */
export function namesIn(left: LabThings): [kind: keyof LabThings, names: readonly string[]][] {
  const names = (things: readonly LabThing[]) => things.map(({ name }) => name);
  const all: [keyof LabThings, readonly string[]][] = [
    ['containers', names(left.containers)],
    ['images', names(left.images)],
    ['networks', names(left.networks)],
    ['volumes', names(left.volumes)],
    ['folders', left.folders],
  ];
  return all.filter(([, each]) => each.length > 0);
}
