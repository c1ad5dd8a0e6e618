import type { Lesson } from '@lib/lessons/lesson';
import { FOR_ALL, LABEL } from '@lib/lab/label';
import { LESSON_IMAGE, makeLessonImage } from './lesson-image';
import { Refusal } from './refusal';
import { runProgram } from './running';
import { thingNamed, type Thing } from './things';
import type { Surroundings } from './surroundings';

/** Any of these does for another, as long as it has the programs that a step needs. */
const BASES = ['ubuntu', 'debian', 'alpine', 'busybox'];

/** Is each of its arguments a program there, and takes `ps` what the course tells it? */
const HAS_ALL = `for each; do
  command -v "$each" > /dev/null || exit 1
  [ "$each" != ps ] || ps aux > /dev/null || exit 1
done`;

/** Exit codes of `docker run` that say something of the image: it has all, it lacks one, it has no shell. */
const TELLING = [0, 1, 126, 127];

type Chosen = 'image-here' | 'image-pulled';

/** Images for the containers of lessons: one that is here, or is to be had, and has the programs of the step. */
export class Images {
  /** Image id and programs → has it them? */
  readonly #known = new Map<string, boolean>();

  /**
   * Makes sure of an image with the programs of the step, and says which was taken.
   * @returns its name: another than the lesson's where one stands in. @throws Refusal where there is none
   */
  async ensure(image: string, doing: Surroundings): Promise<string> {
    const { docker, lesson, step, signal, tell } = doing;
    // The docker command fetches it from the registry of this machine, if it has to.
    if (/^(localhost|127\.0\.0\.1):/.test(image)) return image;
    const there = await thingNamed(docker, 'image', image, signal);
    if (isOwn(image, lesson)) {
      if (there === null) throw new Refusal({ code: 'not-there', what: image });
      return image;
    }
    const take = (code: Chosen) => {
      tell({ kind: 'says', news: { code, image } });
      return image;
    };
    if (there !== null && (await this.#suits(there, doing))) return take('image-here');
    const othersDo = BASES.includes(image.replace(/:.*$/, '')) || step.programs.length > 0;
    const instead = othersDo ? await this.#localInstead(image, doing) : null;
    if (instead !== null) {
      tell({ kind: 'says', news: { code: 'image-instead', image, instead } });
      return instead;
    }
    let why = there === null ? '' : step.programs.join(', ');
    if (there === null) {
      const failed = await pull(image, doing);
      const pulled = failed === null ? await thingNamed(docker, 'image', image, signal) : null;
      if (pulled !== null && (await this.#suits(pulled, doing))) return take('image-pulled');
      why = failed ?? step.programs.join(', ');
      tell({ kind: 'says', news: { code: 'pull-failed', image, why } });
    }
    if (othersDo) {
      tell({ kind: 'progress', what: 'image', part: null, text: LESSON_IMAGE });
      await makeLessonImage(doing);
      tell({ kind: 'says', news: { code: 'image-made', image: LESSON_IMAGE } });
      const made = await thingNamed(docker, 'image', LESSON_IMAGE, signal);
      if (made !== null && (await this.#suits(made, doing))) return LESSON_IMAGE;
    }
    const programs = step.programs.join(', ');
    throw new Refusal({ code: 'no-image', image, programs, why });
  }

  /** Is what it holds nothing that a lesson has put together? */
  async isOfOthers(image: string, { docker, signal }: Surroundings): Promise<boolean> {
    const lesson = (await thingNamed(docker, 'image', image, signal))?.lesson;
    return lesson === '' || lesson === FOR_ALL;
  }

  async #localInstead(image: string, doing: Surroundings): Promise<string | null> {
    for (const other of [...BASES, LESSON_IMAGE].filter((name) => name !== image)) {
      const there = await thingNamed(doing.docker, 'image', other, doing.signal);
      if (there !== null && (await this.#suits(there, doing))) return other;
    }
    return null;
  }

  /** Has it the programs of the step? One container of it is made for that, without a network, and goes at once. */
  async #suits({ id }: Thing, { docker, lesson, step, signal }: Surroundings): Promise<boolean> {
    const { programs } = step;
    if (programs.length === 0) return true;
    const key = [id, ...programs].join(' ');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { exit } = await docker.ask(
      [
        ...['run', '--rm', '--pull', 'never', '--network', 'none'],
        ...['--label', `${LABEL}=${lesson.id}`],
        ...['--entrypoint', 'sh', id, '-c', HAS_ALL, 'sh', ...programs],
      ],
      signal,
    );
    const suits = exit === 0;
    if (exit !== null && TELLING.includes(exit)) this.#known.set(key, suits);
    return suits;
  }
}

/** Is it an image that the lesson itself makes, by this name? It is to be had nowhere else. */
function isOwn(image: string, { steps }: Lesson): boolean {
  return steps
    .flatMap(({ run, solve }) => [...run, ...solve])
    .some((line) => /^docker build -t (\S+)|^docker tag \S+ (\S+)/.exec(line)?.includes(image));
}

/** @returns null: it is here now; else why it is not */
async function pull(image: string, { docker, tell, signal }: Surroundings): Promise<string | null> {
  const [layers, complete] = [new Set<string>(), new Set<string>()];
  let complaint = '';
  const exit = await runProgram(
    docker.program(['pull', image]),
    (stream, text) => {
      if (stream === 'stderr') complaint = text;
      const [, layer = '', state = ''] = /^([0-9a-f]{12}): (.*)$/.exec(text) ?? [];
      if (layer !== '') layers.add(layer);
      if (/^(Pull complete|Already exists)/.test(state)) complete.add(layer);
      const part = layers.size === 0 ? null : complete.size / layers.size;
      tell({ kind: 'progress', what: 'pull', part, text });
    },
    signal,
  );
  return exit === 0 ? null : complaint;
}
