import { isStopped } from '../model/is-stopped';
import type { Container } from '../model/container';
import type { Engine } from '../model/host';
import { type NamespaceId, containerKey } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { NamespaceSet } from '../model/namespace-set';
import type { Snapshot } from '../model/snapshot';
import { saidSharing } from '../sharing/said';
import { PRIVATE_BY_DEFAULT } from '../sharing/sharers';
import { byStart } from '../model/container-order';
import { engineVersion, listContainers } from './engine-proof';
import { enginesOutlook } from '../select/engines';
import { cap, type Capped } from './seen';

const SENTENCES_AT_MOST = 20;
/** The notices that tell of processes that are not seen. */
const HIDING: readonly string[] = ['hidepid', 'processes-hidden', 'own-pid-namespace'];

/** One namespace of one type, in a sentence that names its type. */
export interface NamedNamespace {
  type: NamespaceType;
  id: NamespaceId;
}

/** Containers that have something in common: namespaces of these types. */
export interface SharingSentence {
  containers: Container[];
  namespaces: NamedNamespace[];
}

/** The machine in a few sentences, for when nothing is selected. */
export interface Summary {
  running: number;
  /** False: an engine has not told (anew) which run, so that there may be others. */
  complete: boolean;
  stopped: number;
  processes: number;
  /** Are there processes that are kept from the reader altogether, so that these are not all? */
  partial: boolean;
  /** Running containers whose sharing is not known in a type in which it would say something. */
  unknown: number;
  /** `c1 and c2 share …` */
  shared: Capped<SharingSentence>;
  /** `metrics runs in the host's …`: only where the default would be a namespace of its own. */
  onHost: Capped<SharingSentence>;
  /** The same of an engine that lives in namespaces of its own, as one without root's rights does. */
  inEngine: Capped<SharingSentence>;
  engines: { engine: Engine; proofs: string[] }[];
  /** How much of that is not shown. */
  hidden: { containers: number; processes: number };
}

/**
 * @param whole where filters leave things out of the snapshot: it without filters. What there is, and
 *   with whom the shown ones share, is told of that.
 */
export function summarise(snapshot: Snapshot, whole: Snapshot = snapshot): Summary {
  const running = whole.containers.toSorted(byStart).filter((container) => !isStopped(container));
  const shown = new Set(snapshot.containers);
  const isShown = (container: Container) => shown.has(container);
  const { namespaces } = whole.host;
  const outside = (said: 'host' | 'engine') =>
    cap(outsideSentences(running.filter(isShown), said, namespaces), SENTENCES_AT_MOST);
  return {
    running: running.length,
    complete: enginesOutlook(whole.engines).complete,
    stopped: whole.containers.length - running.length,
    processes: whole.processes.length,
    partial: snapshot.host.notices.some(({ code }) => HIDING.includes(code)),
    unknown: running.filter(({ sharing }) =>
      PRIVATE_BY_DEFAULT.some((type) => sharing[type] === 'unknown'),
    ).length,
    shared: cap(
      sharedSentences(running).filter(({ containers }) => containers.some(isShown)),
      SENTENCES_AT_MOST,
    ),
    onHost: outside('host'),
    inEngine: outside('engine'),
    engines: snapshot.engines.map((engine) => ({
      engine,
      proofs: [engineVersion(engine), listContainers(engine)],
    })),
    hidden: {
      containers: whole.containers.length - snapshot.containers.length,
      processes: whole.processes.length - snapshot.processes.length,
    },
  };
}

/** One sentence for each set of containers, however many types they share. */
function sharedSentences(running: readonly Container[]): SharingSentence[] {
  const groups = new Map<NamespaceId, { type: NamespaceType; containers: Container[] }>();
  for (const container of running) {
    for (const { type, id } of namespacesOf(
      container,
      (each) => container.sharing[each] === 'shared',
    )) {
      const group = groups.get(id) ?? { type, containers: [] };
      group.containers.push(container);
      groups.set(id, group);
    }
  }
  const sentences = new Map<string, SharingSentence>();
  for (const [id, { type, containers }] of groups) {
    if (containers.length < 2) continue;
    const key = containers.map(containerKey).join(' ');
    const sentence = sentences.get(key) ?? { containers, namespaces: [] };
    sentence.namespaces.push({ type, id });
    sentences.set(key, sentence);
  }
  return [...sentences.values()];
}

/** One sentence for each set of types, however many containers it is true of. */
function outsideSentences(
  running: readonly Container[],
  said: 'host' | 'engine',
  hostNamespaces: NamespaceSet,
): SharingSentence[] {
  const sentences = new Map<string, SharingSentence>();
  for (const container of running) {
    const namespaces = namespacesOf(
      container,
      (type) =>
        PRIVATE_BY_DEFAULT.includes(type) && saidSharing(container, type, hostNamespaces) === said,
    );
    if (namespaces.length === 0) continue;
    const key = namespaces.map(({ id }) => id).join(' ');
    const sentence = sentences.get(key) ?? { containers: [], namespaces };
    sentence.containers.push(container);
    sentences.set(key, sentence);
  }
  return [...sentences.values()];
}

function namespacesOf(
  container: Container,
  isMeant: (type: NamespaceType) => boolean,
): NamedNamespace[] {
  return NAMESPACE_TYPES.flatMap((type) => {
    const id = container.namespaces[type];
    return id !== null && isMeant(type) ? [{ type, id }] : [];
  });
}
