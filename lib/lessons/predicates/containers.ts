import { Unreadable } from '../../findings/unreadable';
import type { Container, ContainerState } from '../../model/container';
import { clientLine } from '../../shell/proof';
import type { Decision } from '../decision';
import type { Arguments } from '../predicate';
import type { Witness } from '../witness';

export const exists: Decision<Arguments['exists']> = {
  holds: (witness, name) => witness.container(name) !== null,
  shown: stateShown,
};

export const running: Decision<Arguments['running']> = {
  holds: (witness, name) => stateOf(witness.container(name)) === 'running',
  shown: stateShown,
};

/** One that was made and never ran has not exited. */
export const exited: Decision<Arguments['exited']> = {
  holds: (witness, args) => {
    const [name, code = null] = typeof args === 'string' ? [args] : args;
    const container = witness.container(name);
    const state = stateOf(container);
    if (container === null || (state !== 'exited' && state !== 'dead')) return false;
    return code === null || codeOf(container) === code;
  },
  shown: (witness, args) => {
    const [name, code = null] = typeof args === 'string' ? [args] : args;
    const container = witness.container(name);
    if (code === null || container?.exitCode === undefined) return stateShown(witness, name);
    return {
      command: inspected(witness, container, '{{.State.Status}} {{.State.ExitCode}}'),
      value: `${stateOf(container) ?? ''} ${container.exitCode}`,
    };
  },
};

export const fromImage: Decision<Arguments['from-image']> = {
  holds: (witness, [name, image]) => {
    const container = witness.container(name);
    if (container === null) return false;
    const why = container.unreadable.image;
    if (why !== undefined) throw new Unreadable(why);
    // What was built here and has no registry in its name Podman puts at `localhost`.
    return [image, `localhost/${image}`].map(inFull).includes(inFull(container.image));
  },
  shown: (witness, [name]) => {
    const container = witness.container(name);
    if (container === null) return null;
    return {
      command: inspected(witness, container, '{{.Config.Image}}'),
      value: container.image,
    };
  },
};

function stateShown(witness: Witness, name: string) {
  const container = witness.container(name);
  if (container === null) return null;
  return {
    command: inspected(witness, container, '{{.State.Status}}'),
    value: stateOf(container),
  };
}

/** The state that it is in; null: there is no such container. @throws Unreadable where that is not known */
export function stateOf(container: Container | null): ContainerState | null {
  const why = container?.unreadable.state;
  if (why !== undefined) throw new Unreadable(why);
  return container?.state ?? null;
}

/** @throws Unreadable */
function codeOf({ exitCode, unreadable }: Container): number {
  if (exitCode !== undefined) return exitCode;
  throw new Unreadable(unreadable.exitCode ?? 'ENODATA');
}

function inspected(witness: Witness, container: Container, format: string): string {
  return clientLine(witness.snapshot, container, 'inspect', '--format', format);
}

/** What `docker run ubuntu` means: `docker.io/library/ubuntu:latest`. */
function inFull(image: string): string {
  const [name = '', ...digest] = image.split('@');
  const parts = name.split('/');
  const [first = ''] = parts;
  const isHost = parts.length > 1 && (/[.:]/.test(first) || first === 'localhost');
  const path = isHost ? parts : ['docker.io', ...(parts.length > 1 ? [] : ['library']), ...parts];
  const tagged =
    /:[^/]*$/.test(name) || digest.length > 0 ? path.join('/') : `${path.join('/')}:latest`;
  return [tagged, ...digest].join('@');
}
