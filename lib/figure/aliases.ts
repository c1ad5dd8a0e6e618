import { inodeOf, kernelName, type NamespaceId } from '../model/ids';
import type { SvgNode } from './svg';

/** The drawing with names for numbers of namespaces, which are others on every machine. */
export function withAliases(
  tree: SvgNode,
  names: ReadonlyMap<NamespaceId, string>,
  within: string | null = null,
): SvgNode {
  const own = tree.attributes['data-namespace'];
  const id = typeof own === 'string' ? own : within;
  const children = tree.children.map((child) =>
    typeof child === 'string' ? renamed(child, names, id) : withAliases(child, names, id),
  );
  return { ...tree, children: children.filter((child, nth) => !isSaid(child, nth)) };

  /** A cell has its number twice, and a name says as much once. */
  function isSaid(child: SvgNode | string, nth: number): boolean {
    const name = textOf(child);
    const isName = id !== null && [...names].some((each) => each[0] === id && each[1] === name);
    return isName && children.slice(0, nth).some((before) => textOf(before) === name);
  }
}

function textOf(child: SvgNode | string): string | null {
  return typeof child === 'string' || child.name !== 'text' ? null : child.children.join('');
}

/** @param within the namespace that the text stands in: there its last digits alone stand for it */
function renamed(
  text: string,
  names: ReadonlyMap<NamespaceId, string>,
  within: string | null,
): string {
  let now = text;
  for (const [id, name] of names) {
    now = now.replaceAll(kernelName(id), name);
    if (id === within) now = now.replaceAll(`…${inodeOf(id).slice(-4)}`, name);
  }
  return now;
}
