import type { Doing, Ruling } from '../call';
import { LABEL } from '@lib/lab/label';
import { handedOn, readOptions, type OptionTable } from '../options';
import { Refusal } from '../refusal';
import { labelled, thingNamed, type ThingType } from '../things';
import type { Word } from '../words';

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/;

/** What a command does to things that are there: to each of them only by its id, and only where it is labelled. */
interface Change {
  /** The words of the command: `network rm`. */
  command: string;
  type: ThingType;
  options: OptionTable;
  /** Further words that it is always given. */
  always?: readonly string[];
}

/** Of these there may be none: what is to be gone is gone. */
const REMOVES = /(^| )rm$/;

export function changeThings({ command, type, options: table, always = [] }: Change) {
  return (words: readonly Word[]): Ruling => {
    const told = `docker ${command}`;
    const read = readOptions(told, words, table);
    if ('because' in read) return read;
    const names = read.rest.map(({ value }) => value);
    const wrong = names.find((name) => !NAME.test(name));
    if (wrong !== undefined) return { because: { code: 'value', option: told, value: wrong } };
    if (names.length === 0) return { because: { code: 'too-few', command: told } };
    const options = read.options.flatMap(handedOn);
    const does = async (doing: Doing) => {
      const found = await namedBy(doing, type, names, REMOVES.test(command));
      if (found.size === 0) return 0;
      const call = [...command.split(' '), ...always, ...options, ...found.keys()];
      return doing.run(doing.docker.program(call), found);
    };
    return { call: { rule: 'labelled', does } };
  };
}

/** Id → name. @throws Refusal where one does not carry the label, or is not there and has to be */
async function namedBy(
  { docker, signal, tell }: Doing,
  type: ThingType,
  names: readonly string[],
  mayBeGone: boolean,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const what of names) {
    const thing = await thingNamed(docker, type, what, signal);
    if (thing === null && mayBeGone) tell({ kind: 'says', news: { code: 'left-out', what } });
    else if (thing === null) throw new Refusal({ code: 'not-there', what });
    else if (thing.lesson === '') throw new Refusal({ code: 'not-labelled', what });
    else found.set(thing.id, what);
  }
  return found;
}

/** Makes a network or a volume of a name. */
export function makeNamed(command: string) {
  return (words: readonly Word[]): Ruling => {
    const told = `docker ${command}`;
    const read = readOptions(told, words, {});
    if ('because' in read) return read;
    const [name, ...more] = read.rest;
    if (name === undefined) return { because: { code: 'too-few', command: told } };
    if (more.length > 0) return { because: { code: 'too-many', command: told } };
    if (!NAME.test(name.value)) {
      return { because: { code: 'value', option: told, value: name.value } };
    }
    const does = ({ docker, lesson, tell, run }: Doing) => {
      const label = `${LABEL}=${lesson.id}`;
      tell({ kind: 'says', news: { code: 'labelled', label } });
      return run(docker.program([...command.split(' '), '--label', label, name.value]));
    };
    return { call: { rule: 'makes', does } };
  };
}

/** `docker exec`: a program in a container of the lesson, which is not among the host's processes. */
export function execIn(words: readonly Word[]): Ruling {
  const read = readOptions('docker exec', words, { '-d': null, '--detach': null }, true);
  if ('because' in read) return read;
  const [container, ...program] = read.rest.map(({ value }) => value);
  if (container === undefined || program.length === 0) {
    return { because: { code: 'too-few', command: 'docker exec' } };
  }
  if (!NAME.test(container)) {
    return { because: { code: 'value', option: 'docker exec', value: container } };
  }
  const options = read.options.flatMap(handedOn);
  const does = async ({ docker, signal, run }: Doing) => {
    const { id, amongHost } = await labelled(docker, 'container', container, signal);
    if (amongHost) throw new Refusal({ code: 'among-host' });
    return run(docker.program(['exec', ...options, id, ...program]), new Map([[id, container]]));
  };
  return { call: { rule: 'labelled', does } };
}
