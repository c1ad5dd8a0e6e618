import type { Container } from '../model/container';
import { inodeOf, type ContainerKey, type NamespaceId, containerKey } from '../model/ids';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import type { Process } from '../model/process';
import type { NamespaceSet } from '../model/namespace-set';
import type { Snapshot } from '../model/snapshot';
import { commandOf } from '../model/command';
import { nameInPod } from '../model/container-ref';
import { knownState } from '../model/known-state';
import { podOf, projectOf } from '../model/project';
import type { Field, Query, Term } from './query';
import { containersByKey, containerOf } from '../model/containers-by-key';

/** What meets a query. */
export interface Matches {
  containers: ReadonlySet<ContainerKey>;
  /** By PID in the reader's namespace. */
  processes: ReadonlySet<number>;
  namespaces: ReadonlySet<NamespaceId>;
}

/** What is looked through for it. */
export type Searched = Pick<Snapshot, 'containers' | 'processes' | 'namespaces'>;

/**
 * What of a snapshot meets every term of a query. A container meets it by itself or by one of its
 * processes; a process by itself or together with its container; a namespace by its number.
 */
export function matching(snapshot: Searched, { terms }: Query): Matches {
  const containers = containersByKey(snapshot.containers);
  const found = new Set<ContainerKey>();
  for (const container of snapshot.containers) {
    if (terms.every((term) => meetsContainer(term, container))) found.add(containerKey(container));
  }
  const processes = new Set<number>();
  for (const process of snapshot.processes) {
    const container = containerOf(process, containers);
    const meets = terms.every(
      (term) =>
        meetsProcess(term, process) || (container !== null && meetsContainer(term, container)),
    );
    if (!meets) continue;
    processes.add(process.pid);
    if (container !== null) found.add(containerKey(container));
  }
  const namespaces = snapshot.namespaces
    .filter(({ id }) => terms.length > 0 && terms.every((term) => meetsNamespace(term, id)))
    .map(({ id }) => id);
  return { containers: found, processes, namespaces: new Set(namespaces) };
}

function meetsContainer(term: Term, container: Container): boolean {
  switch (term.kind) {
    case 'word':
      return textsOf(container).some((text) => includes(text, term.text));
    case 'number':
      return isIn(container.namespaces, (id) => inodeOf(id) === String(term.value));
    case 'namespace':
      return isIn(container.namespaces, (id) => id === term.id);
    case 'pid':
      return false;
    case 'field':
      // Its id begins with its kind; containerd may well keep its socket in a folder of Docker's.
      if (term.field === 'engine') return container.engine.toLowerCase().startsWith(term.text);
      return fieldOf(container, term.field).some((text) => includes(text, term.text));
    case 'sharing': {
      const types = term.types.length > 0 ? term.types : NAMESPACE_TYPES;
      return types.some((type) => container.sharing[type] === term.sharing);
    }
  }
}

/** Does a process meet a term by itself? */
export function meetsProcess(term: Term, process: Process): boolean {
  switch (term.kind) {
    case 'word':
      return includes(process.comm, term.text) || includes(commandOf(process), term.text);
    case 'number':
      return (
        hasNumber(process, term.value) ||
        isIn(process.namespaces, (id) => inodeOf(id) === String(term.value))
      );
    case 'namespace':
      return isIn(process.namespaces, (id) => id === term.id);
    case 'pid':
      return hasNumber(process, term.value);
    case 'field':
      return term.field === 'command' && includes(commandOf(process), term.text);
    case 'sharing':
      return false;
  }
}

function meetsNamespace(term: Term, id: NamespaceId): boolean {
  if (term.kind === 'namespace') return term.id === id;
  return term.kind === 'number' && inodeOf(id) === String(term.value);
}

/** Is it the number of this process in any PID namespace that sees it? */
function hasNumber({ pid, nsPids }: Process, value: number): boolean {
  return pid === value || (nsPids?.includes(value) ?? false);
}

function isIn(namespaces: NamespaceSet, test: (id: NamespaceId) => boolean): boolean {
  return Object.values(namespaces).some((id) => id !== null && test(id));
}

function textsOf(container: Container): string[] {
  return [
    container.name,
    container.id,
    container.image,
    container.command.join(' '),
    nameInPod(container) ?? '',
    ...labelsOf(container),
  ];
}

function fieldOf(container: Container, field: Exclude<Field, 'engine'>): string[] {
  switch (field) {
    case 'name':
      return [container.name];
    case 'image':
      return [container.image];
    case 'project':
      return [projectOf(container) ?? ''];
    case 'pod':
      return [podOf(container) ?? ''];
    case 'label':
      return labelsOf(container);
    case 'state':
      return [knownState(container)];
    case 'command':
      return [container.command.join(' ')];
  }
}

function labelsOf({ labels }: Container): string[] {
  return Object.entries(labels).map(([key, value]) => `${key}=${value}`);
}

function includes(text: string, part: string): boolean {
  return text.toLowerCase().includes(part);
}
