import { isPod } from '../model/project';
import { BOLD, PROJECT_NAME_SIZE, sansWidth, shortened, shortenedInside } from './node-text';

/** A pod that stands for its pause container says so. The word is the same in every language. */
const PAUSE = ' + pause';

/** What a pod or a project is called in full where it stands for a pause container as well. */
export function groundName(project: string, withPause: boolean): string {
  return withPause ? project + PAUSE : project;
}

/**
 * What may be written on a ground at a size, what says most first. Of a pod, which may have one ring alone,
 * there is less where there is less room: its name without Kubernetes' namespace, both ends of that.
 *
 * @param width of the ground
 */
export function groundNames(
  project: string,
  withPause: boolean,
  width: number,
  size: number,
): string[] {
  if (!isPod(project)) return [shortened(project, width, PROJECT_NAME_SIZE, true)];
  const pod = project.slice(project.indexOf('/') + 1);
  const whole = [project, pod].map((name) => groundName(name, withPause));
  const fits = (name: string) => sansWidth(name, size, true) <= width;
  // Names of pods count up, or end in letters made for each.
  const cutTo = (room: number) => shortenedInside(pod, room / BOLD, size);
  if (size > PROJECT_NAME_SIZE) return [...[...whole, pod].filter(fits), cutTo(width)];
  const rest = width - sansWidth(groundName('', withPause), size, true);
  return [whole.find(fits) ?? groundName(cutTo(rest), withPause)];
}
