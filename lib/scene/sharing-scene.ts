import type { FirstMessages } from '../i18n/messages';
import { bundlePlaces, bundlesOf } from '../layout/bundle';
import { isLettered, type Detail } from '../layout/detail';
import type { ProjectHull } from '../layout/drawn-hulls';
import { labelRoom } from '../layout/label-room';
import { shortMemberNames } from '../layout/hub-members';
import { readingOrder } from '../layout/nearest';
import { HOST_KEY, HUB_LABEL_WIDTH, type Place, type Places } from '../layout/places';
import { HOST_RING } from '../layout/ring';
import type { GraphNode, SharingGraph } from '../sharing/graph';
import type { Tie } from '../layout/tie-curves';
import type { NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { brokenTieMark } from './broken-tie';
import { bundleThing } from './bundle-thing';
import { containerThing } from './container-thing';
import { hostThing } from './host-thing';
import { hubThing } from './hub-thing';
import { Kept } from './kept';
import type { GroupMark, PathMark, TextMark, Thing } from './mark';
import { projectMark, projectNameMark } from './project';
import { stoppedThing } from './stopped-thing';
import type { SharingRole } from './sharing-role';
import { tieMark, type TieOf } from './tie';
import { containerKey } from '../model/ids';
import { refsOf } from '../model/container-ref';
import { STOPPED_KEY } from '../sharing/stopped-fold';

/** What the Sharing picture is made of. */
export interface SharingSubject {
  graph: SharingGraph;
  places: Places;
  /** Where what was moved by hand stood before. */
  pins: Places;
  ties: readonly Tie[];
  hulls: readonly ProjectHull[];
  /** Without filters: what is told of the host is true of it. */
  whole: Snapshot;
  types: readonly NamespaceType[];
  detail: Detail;
  /** Is what is too small to be read on a screen drawn as well? A figure can be magnified. */
  complete: boolean;
  /** What is selected, as lib/select/chosen tells it. */
  chosen: ReadonlySet<string>;
  /** The types whose ties to the host are drawn one by one, however many they are. */
  openBundles: ReadonlySet<NamespaceType>;
  messages: FirstMessages;
}

/** The Sharing picture as data, in the order in which it is drawn: what comes later is above. */
export interface SharingScene {
  projects: readonly GroupMark<SharingRole>[];
  /** Is this tie drawn by itself? */
  shows: (tie: Tie) => boolean;
  ties: readonly { key: string; mark: PathMark<SharingRole> }[];
  /** What was configured to be shared, and is not. */
  broken: readonly GroupMark<SharingRole>[];
  /** The host, containers as a person reads them, what they share. */
  things: readonly Thing<SharingRole>[];
  bundles: readonly Thing<SharingRole>[];
  names: readonly TextMark<SharingRole>[];
}

/** Makes one scene after another: what of it did not change is the very same as in the one before. */
export class SharingScenes {
  readonly #host = new Kept(hostThing);
  readonly #containers = new Kept(containerThing);
  readonly #hubs = new Kept(hubThing);
  readonly #bundles = new Kept(bundleThing);
  readonly #stopped = new Kept(stoppedThing);
  readonly #ties = new Kept((tie: TieOf) => ({ key: tie.key, mark: tieMark(tie) }));
  readonly #broken = new Kept(brokenTieMark);
  readonly #projects = new Kept(projectMark);
  readonly #references = new Kept(({ whole }: Pick<SharingSubject, 'whole'>) => refsOf(whole));
  readonly #order = new Kept(
    // What is moved by hand keeps its place in the order: an element that moves loses the focus.
    (of: Pick<SharingSubject, 'graph' | 'places' | 'pins'>) =>
      readingOrder(
        new Map([...of.places, ...of.pins]),
        of.graph.nodes.map(({ key }) => key),
      ),
  );

  draw(subject: SharingSubject): SharingScene {
    const nodes = new Map(subject.graph.nodes.map((node) => [node.key, node]));
    const bundled = bundlesOf(subject.graph).filter(({ type }) => subject.types.includes(type));
    const shows = ({ type, toHost }: Tie) =>
      subject.types.includes(type) &&
      !(toHost && !subject.openBundles.has(type) && bundled.some((each) => each.type === type));
    return {
      shows,
      projects: this.#projects.parts(
        subject.hulls.map(({ key, project, path }) => [key, { project, path }]),
      ),
      ties: this.#ties.parts(
        subject.ties
          .filter(shows)
          .map((tie) => [tie.key, { ...tie, stale: nodes.get(tie.from)?.stale === true }]),
      ),
      broken: this.#brokenOf(subject),
      things: [
        ...this.#hostOf(subject),
        ...this.#containersOf(subject, nodes),
        ...this.#hubsOf(subject, nodes),
      ],
      bundles: [...this.#stoppedOf(subject), ...this.#bundlesOf(subject, bundled)],
      names: subject.hulls.flatMap((hull) => projectNameMark(hull, subject.detail) ?? []),
    };
  }

  #hostOf({ places, pins, whole, types, detail, chosen, messages }: SharingSubject) {
    const place = places.get(HOST_KEY);
    if (place === undefined) return [];
    const of = {
      x: place.x,
      y: place.y,
      host: whole.host,
      hostname: whole.host.hostname,
      processes: whole.processes.length,
      types,
      detail,
      selected: chosen.has(HOST_KEY),
      pinned: pins.has(HOST_KEY),
      messages,
    };
    return this.#host.parts([[HOST_KEY, of]]);
  }

  #containersOf(subject: SharingSubject, nodes: ReadonlyMap<string, GraphNode>) {
    const { graph, places, pins, whole, types, detail, chosen, messages } = subject;
    const [order = []] = this.#order.parts([['order', { graph, places, pins }]]);
    const [references] = this.#references.parts([['references', { whole }]]);
    return this.#containers.parts(
      order.flatMap((key) => {
        const [node, place] = [nodes.get(key), places.get(key)];
        if (node === undefined || place === undefined) return [];
        const of = {
          node,
          reference: references?.get(containerKey(node.container)) ?? node.container.name,
          x: place.x,
          y: place.y,
          types,
          detail,
          hostNamespaces: whole.host.namespaces,
          selected: chosen.has(containerKey(node.container)),
          pinned: pins.has(key),
          messages,
        };
        return [[key, of] as const];
      }),
    );
  }

  #brokenOf({ graph, places, types }: SharingSubject) {
    return this.#broken.parts(
      graph.nodes.flatMap(({ key, container, broken }) =>
        broken.flatMap(({ type, donor, donorId }) => {
          const [from, to] = [places.get(key), places.get(donor)];
          if (from === undefined || to === undefined || !types.includes(type)) return [];
          const of = {
            type,
            from: key,
            fromId: container.id,
            fromX: from.x,
            fromY: from.y,
            toId: donorId,
            toX: to.x,
            toY: to.y,
          };
          return [[`${key}|${donor}|${type}`, of] as const];
        }),
      ),
    );
  }

  #hubsOf(subject: SharingSubject, nodes: ReadonlyMap<string, GraphNode>) {
    const { graph, places, pins, types, detail, chosen, complete, messages } = subject;
    const nodeOf = (key: string) => nodes.get(key);
    return this.#hubs.parts(
      graph.hubs.flatMap((hub) => {
        const place: Place | undefined = places.get(hub.id);
        if (place === undefined || !types.includes(hub.type)) return [];
        const selected = chosen.has(hub.id);
        const of = {
          hub,
          x: place.x,
          y: place.y,
          labelAbove: place.labelAbove,
          // On a screen a tip has all names; where nobody can point, the label has what room there is.
          width: complete ? labelRoom(place, places) : HUB_LABEL_WIDTH,
          names: hub.members.map((key) => nodeOf(key)?.named ?? key).join('\n'),
          shortNames: shortMemberNames(hub, nodeOf).join('\n'),
          detail,
          named: complete || selected || isLettered(detail),
          many: place.rail === undefined ? null : hub.members.length + hub.hidden.length,
          selected,
          stale: hub.members.every((key) => nodeOf(key)?.stale === true),
          pinned: pins.has(hub.id),
          messages,
        };
        return [[hub.id, of] as const];
      }),
    );
  }

  #stoppedOf({ graph, places, pins, detail, complete, messages }: SharingSubject) {
    const place = places.get(STOPPED_KEY);
    if (graph.stopped === undefined || place === undefined) return [];
    const of = {
      ...graph.stopped,
      x: place.x,
      y: place.y,
      detail,
      pressed: !complete,
      pinned: pins.has(STOPPED_KEY),
      messages,
    };
    return this.#stopped.parts([[STOPPED_KEY, of]]);
  }

  #bundlesOf(
    { places, openBundles, messages }: SharingSubject,
    bundled: ReturnType<typeof bundlesOf>,
  ) {
    const numbers = bundlePlaces(bundled, places);
    const host = places.get(HOST_KEY);
    return this.#bundles.parts(
      bundled.flatMap((bundle) => {
        const { type, members } = bundle;
        const place = numbers.get(bundle);
        if (place === undefined || host === undefined) return [];
        const { anchor } = HOST_RING.arcs[type];
        const of = {
          type,
          count: members.length,
          fromX: host.x + anchor.x,
          fromY: host.y + anchor.y,
          x: place.x,
          y: place.y,
          open: openBundles.has(type),
          messages,
        };
        return [[type, of] as const];
      }),
    );
  }
}
