import type { Ruling } from '../call';
import type { Shape } from '../shape';
import { wordsOf, type Word } from '../words';
import { build, BUILD_OF_TEXT, move, removeImages, tag } from './docker-images';
import { inspect, readThings } from './docker-reads';
import { makeContainer } from './docker-run';
import { changeThings, execIn, makeNamed } from './docker-things';
import { HOST_CHANGES } from './host-changes';
import { HOST_FOLDERS } from './host-folders';
import { HOST_READS } from './host-reads';

/*
 * All that the lab can do: the one table of its calls. Whatever line a lesson has, in a file that anybody may have
 * written, one of these entries takes it or it is not run.
 */

const container = { type: 'container' } as const;
const FORCE = { '-f': null, '--force': null } as const;

/** Commands of docker → what is made of the words after it. */
const DOCKER: Readonly<Record<string, (words: readonly Word[]) => Ruling>> = {
  run: makeContainer('run'),
  create: makeContainer('create'),
  exec: execIn,
  start: changeThings({ ...container, command: 'start', options: {} }),
  stop: changeThings({ ...container, command: 'stop', options: { '-t': /^\d{1,2}$/ } }),
  restart: changeThings({ ...container, command: 'restart', options: {} }),
  kill: changeThings({ ...container, command: 'kill', options: { '-s': /^[A-Z0-9]{1,8}$/ } }),
  pause: changeThings({ ...container, command: 'pause', options: {} }),
  unpause: changeThings({ ...container, command: 'unpause', options: {} }),
  // Volumes without a name are the container's own, and carry no label.
  rm: changeThings({ ...container, command: 'rm', options: FORCE, always: ['--volumes'] }),
  ps: readThings({ command: 'ps', options: { '-s': null, '-a': null }, of: 'nothing' }),
  logs: readThings({ command: 'logs', options: {}, of: 'container' }),
  stats: readThings({ command: 'stats', options: { '--no-stream': null }, of: 'container' }),
  inspect,
  images: readThings({ command: 'images', options: {}, of: 'nothing' }),
  history: readThings({ command: 'history', options: {}, of: 'image' }),
  build,
  tag,
  push: move('push'),
  pull: move('pull'),
  rmi: removeImages,
  'network create': makeNamed('network create'),
  'network rm': changeThings({ command: 'network rm', type: 'network', options: {} }),
  'volume create': makeNamed('volume create'),
  'volume rm': changeThings({ command: 'volume rm', type: 'volume', options: {} }),
};

/** Lines that are no command of docker. */
const HOST: readonly Shape[] = [
  ...[...HOST_READS, ...HOST_CHANGES, ...HOST_FOLDERS],
  BUILD_OF_TEXT,
];

/** Whether a line may be run, and what is done then. @param line with the names that its containers have here */
export function rulingOf(line: string): Ruling {
  for (const { pattern, call } of HOST) {
    const found = pattern.exec(line);
    if (found !== null) return { call: call(found) };
  }
  const read = wordsOf(line);
  if ('because' in read) return read;
  const [program, command, ...words] = read.words;
  if (program?.value !== 'docker' || command === undefined) {
    return { because: { code: 'no-such-call' } };
  }
  if (command.value.startsWith('-')) {
    return { because: { code: 'option', command: 'docker', option: command.value } };
  }
  const [of] = words;
  const two = `${command.value} ${of?.value ?? ''}`;
  if (Object.hasOwn(DOCKER, two)) return DOCKER[two]?.(words.slice(1)) ?? NONE;
  if (Object.hasOwn(DOCKER, command.value)) return DOCKER[command.value]?.(words) ?? NONE;
  return NONE;
}

const NONE: Ruling = { because: { code: 'no-such-call' } };
