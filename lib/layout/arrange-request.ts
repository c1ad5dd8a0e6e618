import type { Arrangement } from './arrangement';
import type { Size } from './geometry';
import type { GraphNode, Hub, SharingGraph } from '../sharing/graph';
import type { StoppedFold } from '../sharing/stopped-fold';
import type { SharingLayout } from './sharing-layout';

/** A wish for an arrangement, as it goes from one thread to another: what is copied costs time. */
export interface ArrangeRequest {
  /** In the graph's order; what was sent before and is the same now is named by its key. */
  nodes: readonly (GraphNode | string)[];
  hubs: readonly Hub[];
  stopped?: StoppedFold;
  size: Size;
  /** The layout to add to; `last`: that of the last answer. */
  before: SharingLayout | 'last' | null;
}

/** The end that asks. It must have the answer to one request before it writes the next. */
export class RequestWriter {
  #sent: ReadonlySet<GraphNode> = new Set();
  #last: SharingLayout | null = null;

  write(graph: SharingGraph, size: Size, before: SharingLayout | null): ArrangeRequest {
    const nodes = graph.nodes.map((node) => (this.#sent.has(node) ? node.key : node));
    this.#sent = new Set(graph.nodes);
    const isLast = before !== null && before === this.#last;
    return { ...graph, nodes, size, before: isLast ? 'last' : before };
  }

  /** Takes note of what was answered. */
  answered({ layout }: Arrangement): void {
    this.#last = layout;
  }
}
