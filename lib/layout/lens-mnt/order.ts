/** Who reads which layers, the lowest first; null: that is not known, or there are none. */
type Layers = readonly string[] | null;

/**
 * An order in which those that read the same layer stand side by side: by the lowest layer, then the one
 * above it and so on, each where the first stands that reads it. Who has no layers comes last. It keeps the
 * order of those that have the same.
 */
export function orderByLayers<T>(all: readonly T[], layersOf: (each: T) => Layers): T[] {
  const withLayers = all.filter((each) => (layersOf(each)?.length ?? 0) > 0);
  const without = all.filter((each) => (layersOf(each)?.length ?? 0) === 0);
  return [...grouped(withLayers, 0), ...without];

  function grouped(some: readonly T[], level: number): T[] {
    const groups = new Map<string | null, T[]>();
    for (const each of some) {
      const layer = layersOf(each)?.[level] ?? null;
      groups.set(layer, [...(groups.get(layer) ?? []), each]);
    }
    return [...groups].flatMap(([layer, members]) =>
      layer === null || members.length === 1 ? members : grouped(members, level + 1),
    );
  }
}
