/** Values at paths, found by going along a path once, however many there are. */
export class PathTree<T> {
  readonly #top = new Node<T>();

  /** Adds one more to what is at `path`. */
  add(path: string, value: T): void {
    let node = this.#top;
    for (const name of namesIn(path)) node = node.child(name);
    node.values.push(value);
  }

  /** What is at `path` and at the folders above it, the deepest first; at each, as it was added. */
  along(path: string): T[] {
    const met: T[][] = [this.#top.values];
    let node: Node<T> | undefined = this.#top;
    for (const name of namesIn(path)) {
      node = node.children.get(name);
      if (node === undefined) break;
      met.push(node.values);
    }
    return met.reverse().flat();
  }
}

class Node<T> {
  readonly values: T[] = [];
  readonly children = new Map<string, Node<T>>();

  child(name: string): Node<T> {
    const there = this.children.get(name);
    if (there !== undefined) return there;
    const made = new Node<T>();
    this.children.set(name, made);
    return made;
  }
}

function namesIn(path: string): string[] {
  return path.split('/').filter((name) => name !== '');
}
