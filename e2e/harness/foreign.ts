import { setTimeout as delay } from 'node:timers/promises';
import { SHIPPED_LESSONS } from '../../lib/lessons/shipped';
import { withNames } from '../../lib/lessons/names';
import { demand } from './command';
import { courseLesson } from './course-lesson';
import type { Dockerd } from './dockerd';
import { learnerAt, linesOf } from './lesson';

/** Two containers that have the names of the course's and are somebody else's. */
export async function runForeign(dockerd: Dockerd): Promise<void> {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sh', '-c', 'sleep 1d');
  await dockerd.run('--name', 'c2', 'ubuntu', 'sh', '-c', 'sleep 999d');
}

/** Which two they are, and since when they run: equal as long as nobody touched them. */
export async function livesOfForeign(dockerd: Dockerd): Promise<string> {
  const format = ['--format', '{{.Id}} {{.State.StartedAt}} {{.RestartCount}}'];
  return demand(await dockerd.cli('inspect', ...format, 'c1', 'c2'), 'docker inspect');
}

/** What happens to containers that have the course's names and were there before. */
const TO_FOREIGN = [
  'docker restart -t 0 c1',
  'docker stop -t 0 c2',
  'docker exec -d c1 sleep 2d',
  'docker start c2',
  'docker kill c1',
  'docker start c1',
];

/** Lines that make a container. */
const RUNS = /^docker run /;

/**
 * Everything of the course that is done with containers, under the names of somebody else: what one who sits at
 * another desk has done to the same daemon.
 */
function othersLines(suffix: string): string[] {
  // An image has one name for all who have it.
  const lessons = SHIPPED_LESSONS.filter((id) => id !== 'images').map(courseLesson);
  return lessons.flatMap((lesson) =>
    lesson.steps.flatMap(linesOf).map((line) => withNames({ suffix }, lesson, line)),
  );
}

/**
 * Do the course under other names until so many containers have come and gone, as evenly as it goes; meanwhile those
 * that have the course's own names stop, start, end.
 *
 * @param within milliseconds
 */
export async function churnForeign(
  dockerd: Dockerd,
  containers: number,
  within: number,
): Promise<void> {
  const { type } = learnerAt(dockerd);
  const began = performance.now();
  let came = 0;
  for (let round = 0; came < containers; round += 1) {
    const suffix = `other${String(round)}`;
    for (const line of othersLines(suffix)) {
      await type(line);
      if (!RUNS.test(line)) continue;
      const next = TO_FOREIGN[came % TO_FOREIGN.length];
      if (next !== undefined) await type(next);
      came += 1;
      if (came === containers) break;
      await delay(Math.max(0, began + (came * within) / containers - performance.now()));
    }
    await type(`docker rm --force c1-${suffix} c2-${suffix}`);
  }
}
