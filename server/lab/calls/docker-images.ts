import type { LabReason } from '@lib/lab/word';
import type { Doing, Ruling } from '../call';
import { demandOwnFolder, FOLDER } from '../folders';
import { LABEL } from '@lib/lab/label';
import { handedOn, readOptions } from '../options';
import { Refusal } from '../refusal';
import { demandFreeName, labelled, thingNamed } from '../things';
import type { Shape } from '../shape';
import type { Word } from '../words';
import { PRINTED, printed } from './printed';

const IMAGE = /^[a-z0-9][a-z0-9._/:-]*$/;
/** At a registry of this machine: nothing is handed to anybody else. */
const LOCAL_IMAGE = /^(localhost|127\.0\.0\.1):\d{1,5}\/[a-z0-9][a-z0-9._/-]*(:[\w.-]+)?$/;

/** `docker build`: in a folder of the lab. */
export function build(words: readonly Word[]): Ruling {
  const table = { '-t': IMAGE, '--tag': IMAGE };
  const read = readOptions('docker build', words, table);
  if ('because' in read) return read;
  const [folder, ...more] = read.rest.map(({ value }) => value);
  const [tag, ...others] = read.options;
  if (more.length > 0 || others.length > 0) {
    return { because: { code: 'too-many', command: 'docker build' } };
  }
  if (folder === undefined || tag === undefined) {
    return { because: { code: 'too-few', command: 'docker build' } };
  }
  if (!new RegExp(`^${FOLDER}$`).test(folder)) {
    return { because: { code: 'value', option: 'docker build', value: folder } };
  }
  const does = (doing: Doing) => {
    demandOwnFolder(folder);
    return buildOf(folder, tag.value ?? '', doing);
  };
  return { call: { rule: 'makes', long: true, does } };
}

/** What `docker build` is told to build is a folder, or `-`: the text of a Dockerfile. */
async function buildOf(of: string, name: string, doing: Doing, input?: string) {
  const { docker, lesson, signal, tell, run } = doing;
  await demandFreeName(docker, name, signal);
  const label = `${LABEL}=${lesson.id}`;
  tell({ kind: 'says', news: { code: 'labelled', label } });
  const program = docker.program(['build', '--label', label, '-t', name, of]);
  return run(input === undefined ? program : { ...program, input });
}

/** A Dockerfile that is written nowhere. */
export const BUILD_OF_TEXT: Shape = {
  pattern: new RegExp(`^printf '${PRINTED}' \\| docker build -t ([a-z0-9][a-z0-9._/:-]*) -$`),
  call: ([, text = '', name = '']) => ({
    rule: 'makes',
    long: true,
    does: async (doing) => buildOf('-', name, doing, await printed(text, doing)),
  }),
};

/** `docker tag`: another name for an image of the lesson. */
export function tag(words: readonly Word[]): Ruling {
  const read = namesIn('docker tag', words, 2);
  if ('because' in read) return read;
  const [source = '', target = ''] = read.names;
  const does = async ({ docker, signal, run }: Doing) => {
    const { id } = await labelled(docker, 'image', source, signal);
    await demandFreeName(docker, target, signal);
    return run(docker.program(['tag', id, target]));
  };
  return { call: { rule: 'labelled', does } };
}

/** `docker push`, `docker pull`: an image of the lesson, to or from a registry of this machine. */
export function move(verb: 'push' | 'pull') {
  return (words: readonly Word[]): Ruling => {
    const read = namesIn(`docker ${verb}`, words, 1);
    if ('because' in read) return read;
    const [name = ''] = read.names;
    if (!LOCAL_IMAGE.test(name)) {
      return { because: { code: 'value', option: `docker ${verb}`, value: name } };
    }
    const does = async ({ docker, signal, run }: Doing) => {
      if (verb === 'push') await labelled(docker, 'image', name, signal);
      else await demandFreeName(docker, name, signal);
      return run(docker.program([verb, name]));
    };
    return { call: { rule: 'own-registry', long: true, does } };
  };
}

/** `docker rmi`: names of images of the lesson; one by one, for an image goes with its last name. */
export function removeImages(words: readonly Word[]): Ruling {
  const read = readOptions('docker rmi', words, { '-f': null, '--force': null });
  if ('because' in read) return read;
  const names = read.rest.map(({ value }) => value);
  if (names.length === 0) return { because: { code: 'too-few', command: 'docker rmi' } };
  const wrong = names.find((name) => !IMAGE.test(name));
  if (wrong !== undefined)
    return { because: { code: 'value', option: 'docker rmi', value: wrong } };
  const options = read.options.flatMap(handedOn);
  const does = async ({ docker, signal, tell, run }: Doing) => {
    const there: string[] = [];
    for (const what of names) {
      const image = await thingNamed(docker, 'image', what, signal);
      if (image?.lesson === '') throw new Refusal({ code: 'not-labelled', what });
      if (image === null) tell({ kind: 'says', news: { code: 'left-out', what } });
      else there.push(what);
    }
    return there.length === 0 ? 0 : run(docker.program(['rmi', ...options, ...there]));
  };
  return { call: { rule: 'labelled', does } };
}

/** So many names of images, and no options. */
function namesIn(
  command: string,
  words: readonly Word[],
  count: number,
): { names: string[] } | { because: LabReason } {
  const read = readOptions(command, words, {});
  if ('because' in read) return read;
  const names = read.rest.map(({ value }) => value);
  if (names.length > count) return { because: { code: 'too-many', command } };
  if (names.length < count) return { because: { code: 'too-few', command } };
  const value = names.find((name) => !IMAGE.test(name));
  if (value !== undefined) return { because: { code: 'value', option: command, value } };
  return { names };
}
