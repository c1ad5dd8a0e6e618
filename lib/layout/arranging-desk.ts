import type { ArrangeRequest } from './arrange-request';
import { arrange, type Arrangement } from './arrangement';
import type { GraphNode } from '../sharing/graph';
import type { SharingLayout } from './sharing-layout';

/** The end that answers. What it found before is at hand still, and need not be found again. */
export class ArrangingDesk {
  #nodes: ReadonlyMap<string, GraphNode> = new Map();
  #last: SharingLayout | null = null;

  /**
   * The curves stay here: who asks draws the lines that were made of them.
   *
   * @throws if a node is named that was never sent
   */
  answer({ nodes, size, before, ...rest }: ArrangeRequest): Arrangement {
    const whole = nodes.map((node) => (typeof node === 'string' ? this.#known(node) : node));
    this.#nodes = new Map(whole.map((node) => [node.key, node]));
    const found = arrange({ ...rest, nodes: whole }, size, before === 'last' ? this.#last : before);
    this.#last = found.layout;
    return { ...found, layout: { ...found.layout, curves: [] } };
  }

  #known(key: string): GraphNode {
    const node = this.#nodes.get(key);
    if (node === undefined) throw new Error(`nothing is known of the node ${key}`);
    return node;
  }
}
