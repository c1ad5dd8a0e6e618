import { expect, it } from 'vitest';
import { machine } from './fixtures/machine';
import { answered, lessonOf, runOf, sightOf, type Answers } from './fixtures/sight';
import { imagesTold } from './images-told';
import type { Predicate } from './predicate';

const here = machine([]);
const ONE: Answers = {
  image: ({ image }) =>
    image === 'here'
      ? answered({
          ...{ engine: 'docker:unix:///run/docker.sock', id: 'sha256:1', tags: ['here'], bytes: 1 },
          ...{ layers: [], steps: [], containers: [] },
        })
      : { is: 'refused', code: image === 'gone' ? 'gone' : 'busy' },
};

it.each<[string, Predicate[], Answers, string[]]>([
  ['is there', [{ image: 'here' }], ONE, ['here: sha256:1']],
  ['is not', [{ not: { image: 'gone' } }], ONE, ['gone: none']],
  ['is not known', [{ image: 'slow' }], ONE, ['slow: busy']],
  ['is not told yet', [{ image: 'here' }], {}, ['here: asked']],
  [
    'is named twice',
    [{ 'layers-shared': ['here', 'gone'] }, { image: 'here' }],
    ONE,
    ['here: sha256:1', 'gone: none'],
  ],
  ['is only that of a container', [{ 'from-image': ['c1', 'here'] }], ONE, []],
])('an image of a step that %s', (_, evidence, answers, expected) => {
  const lesson = lessonOf({ answered: true }, { evidence });
  const [step] = lesson.steps;
  if (step === undefined) throw new Error('there is one');
  const run = runOf(lesson, here);
  const told = imagesTold(step, run, sightOf(run, lesson, here, answers));
  expect(
    told.map(({ ref, image, because }) => `${ref}: ${because ?? image?.id ?? 'none'}`),
  ).toEqual(expected);
});
