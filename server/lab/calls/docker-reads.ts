import type { Doing, Ruling } from '../call';
import { handedOn, readOptions, type OptionTable } from '../options';
import { labelled } from '../things';
import type { Word } from '../words';

/** What a command tells without changing anything. */
interface Reading {
  command: string;
  options: OptionTable;
  /** What it tells of: nothing by name; images; or a container, which has to be the lesson's. */
  of: 'nothing' | 'image' | 'container';
}

const NAME = /^[a-zA-Z0-9][\w./:-]*$/;

export function readThings({ command, options: table, of }: Reading) {
  return (words: readonly Word[]): Ruling => {
    const told = `docker ${command}`;
    const read = readOptions(told, words, table);
    if ('because' in read) return read;
    const [name, ...more] = read.rest.map(({ value }) => value);
    if (more.length > 0 || (of === 'nothing' && name !== undefined)) {
      return { because: { code: 'too-many', command: told } };
    }
    if (of !== 'nothing' && name === undefined) {
      return { because: { code: 'too-few', command: told } };
    }
    if (name !== undefined && !NAME.test(name)) {
      return { because: { code: 'value', option: told, value: name } };
    }
    const options = read.options.flatMap(handedOn);
    const does = async ({ docker, signal, run }: Doing) => {
      const call = [command, ...options];
      if (name === undefined) return run(docker.program(call));
      // What somebody else's container says may be nobody's business here.
      if (of === 'image') return run(docker.program([...call, name]));
      const { id } = await labelled(docker, 'container', name, signal);
      return run(docker.program([...call, id]), new Map([[id, name]]));
    };
    // The list of containers has their commands.
    return { call: { rule: 'reads', does, ...(command === 'ps' ? { showsArguments: true } : {}) } };
  };
}

/** `docker inspect`: of any image or container its id, of one of the lesson's the PID of its first process as well. */
export function inspect(words: readonly Word[]): Ruling {
  const read = readOptions('docker inspect', words, { '--format': /^\{\{\.(Id|State\.Pid)\}\}$/ });
  if ('because' in read) return read;
  const [format] = read.options;
  const [name, ...more] = read.rest.map(({ value }) => value);
  if (more.length > 0) return { because: { code: 'too-many', command: 'docker inspect' } };
  // Without a format it would tell all, what was handed to it as a secret included.
  if (name === undefined || format === undefined) {
    return { because: { code: 'too-few', command: 'docker inspect --format' } };
  }
  if (!NAME.test(name)) {
    return { because: { code: 'value', option: 'docker inspect', value: name } };
  }
  const does = ({ docker, run }: Doing) =>
    run(docker.program(['inspect', ...handedOn(format), name]));
  return { call: { rule: 'reads', does } };
}
