import type { Messages } from '../i18n/messages';
import type { SharingGraph } from '../sharing/graph';
import { saidSharing } from '../sharing/said';
import { STOPPED_KEY } from '../sharing/stopped-fold';
import { HOST_KEY } from '../layout/places';
import { bundlesOf } from '../layout/bundle';
import { kernelName, namespaceTypeOf, type NamespaceId } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { arcSentence, hostArcSentence, tellingTypes } from './arc-sentence';
import { sandboxTip } from './sandbox-tip';
import { stateSaid } from '../i18n/state-said';
import type { TipLine } from './tip-line';
import { whatFollows } from './what-follows';

/** A thing of the sharing picture that can be explained. */
export type TipSubject =
  | { kind: 'node'; key: string }
  /** One arc of a ring. */
  | { kind: 'arc'; key: string; type: NamespaceType }
  | { kind: 'hub'; id: NamespaceId }
  | { kind: 'tie'; id: NamespaceId; containerId: string }
  | { kind: 'bundle'; type: NamespaceType }
  | { kind: 'project'; project: string };

/**
 * What a thing of the picture tells, in sentences; none when it is there no more.
 * @param inFull of a ring, every arc and not only what is not its own: for those who cannot point
 */
export function tipLines(
  subject: TipSubject,
  graph: SharingGraph,
  snapshot: Snapshot,
  messages: Messages,
  inFull: boolean,
): TipLine[] {
  const { sharing, model } = messages;
  const hostNamespaces = snapshot.host.namespaces;
  const nodeOf = (key: string) => graph.nodes.find((node) => node.key === key);
  const hostArc = (type: NamespaceType): TipLine => {
    return { type, text: hostArcSentence(snapshot.host, type, messages) };
  };
  switch (subject.kind) {
    case 'arc': {
      if (subject.key === HOST_KEY) return [hostArc(subject.type)];
      const node = nodeOf(subject.key);
      if (node === undefined) {
        return sandboxTip(subject.key, subject.type, snapshot, messages, inFull);
      }
      const text = arcSentence(node, subject.type, hostNamespaces, messages);
      return [{ type: subject.type, text }];
    }
    case 'node': {
      if (subject.key === HOST_KEY) {
        const count = model.processCount(snapshot.processes.length);
        const title = `${model.host} (${snapshot.host.hostname}), ${count}`;
        return [{ type: null, text: title }, ...(inFull ? NAMESPACE_TYPES.map(hostArc) : [])];
      }
      if (subject.key === STOPPED_KEY) {
        const { stopped } = graph;
        return stopped === undefined
          ? []
          : [{ type: null, text: model.stoppedCount(stopped.count) }];
      }
      const node = nodeOf(subject.key);
      if (node === undefined) return sandboxTip(subject.key, null, snapshot, messages, inFull);
      const { container, named, engine, stopped, project } = node;
      const state = stateSaid(container, messages);
      const types = inFull && !stopped ? NAMESPACE_TYPES : tellingTypes(node);
      return [
        { type: null, text: sharing.node.label(named, container.image, state, engine, []) },
        ...types.map((type) => ({ type, text: arcSentence(node, type, hostNamespaces, messages) })),
        ...(project === null ? [] : [{ type: null, text: sharing.project.of(project) }]),
        ...(node.stale ? [{ type: null, text: sharing.node.staleLong }] : []),
      ];
    }
    case 'hub': {
      const hub = graph.hubs.find(({ id }) => id === subject.id);
      if (hub === undefined) return [];
      const names = hub.members.map((key) => nodeOf(key)?.named ?? key);
      const label = hub.ofEngine ? sharing.hub.engine : sharing.hub.label;
      const text = label(kernelName(hub.id), [...names, ...hub.pauses]);
      const hidden = hub.hidden.length;
      const follows = whatFollows(hub.type, names, messages);
      return [
        { type: hub.type, text: hidden === 0 ? text : messages.filters.withHidden(text, hidden) },
        ...(follows === null ? [] : [{ type: null, text: follows }]),
      ];
    }
    case 'tie': {
      const type = namespaceTypeOf(subject.id);
      // Another engine may have a container of that id, in another namespace.
      const node = graph.nodes.find(
        ({ container: { id, namespaces } }) =>
          id === subject.containerId && namespaces[type] === subject.id,
      );
      if (node === undefined) return [];
      const { container, named: name } = node;
      const id = kernelName(subject.id);
      const said = saidSharing(container, type, hostNamespaces);
      const text =
        said === 'host'
          ? sharing.tie.host(name, type)
          : said === 'engine'
            ? sharing.arc.engine(name, type, id)
            : sharing.tie.hub(name, type, id);
      return [{ type, text }];
    }
    case 'bundle': {
      const bundle = bundlesOf(graph).find(({ type }) => type === subject.type);
      if (bundle === undefined) return [];
      const names = bundle.members.map((key) => nodeOf(key)?.named ?? key);
      const { type } = subject;
      return [
        { type, text: sharing.bundle.label(type, names.length) },
        { type: null, text: sharing.bundle.members(names) },
      ];
    }
    case 'project': {
      const { project } = subject;
      const names = graph.nodes
        .filter((node) => node.project === project)
        .map(({ named }) => named);
      return names.length === 0
        ? []
        : [{ type: null, text: sharing.project.members(project, names) }];
    }
  }
}
