/** `npm run first-steps`: writes the first five minutes of the README, of the lesson that they are. */
import { readFileSync, writeFileSync } from 'node:fs';
import { withFirstSteps } from './harness/first-steps';
import { courseLesson } from './harness/course-lesson';

const README = new URL('../README.md', import.meta.url);
writeFileSync(README, withFirstSteps(readFileSync(README, 'utf8'), courseLesson('isolation')));
