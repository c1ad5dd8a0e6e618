import type { Column } from './columns';
import { bytesOf, type LayerFacts } from './layer-facts';
import type { LayerRun, PlacedLayer } from './placed';

/** Between two layers: as much as their height bears. */
const gapOf = (height: number) => (height < 14 ? 1 : 3);
const INSET = 6;

/** Where columns are. */
interface Standing {
  column: Column;
  x: number;
  width: number;
}

/**
 * The layers of all columns: one that several read is one bar under all of them.
 *
 * @param bottom where the lowest layers end @param height of each, with what is free above it
 * @param facts what is known of them
 */
export function placeLayers(
  columns: readonly Standing[],
  bottom: number,
  height: number,
  facts: Pick<LayerFacts, 'made'>,
): LayerRun[] {
  const runs: LayerRun[] = [];
  const deepest = Math.max(0, ...columns.map(({ column }) => column.stack?.layers.length ?? 0));
  /** Of each column, the run that its layer below belongs to. */
  const open: (LayerRun | undefined)[] = [];
  for (let level = 0; level < deepest; level += 1) {
    for (let from = 0; from < columns.length;) {
      const layer = layerAt(columns[from], level);
      let to = from + 1;
      if (layer !== null) {
        while (to < columns.length && layerAt(columns[to], level) === layer) to += 1;
        const readers = columns.slice(from, to);
        const placed = place({ layer, level, readers, bottom, height, facts });
        const below = open[from];
        const goesOn = below !== undefined && below.x === placed.x && below.width === placed.width;
        const run = goesOn ? grown(below, placed) : runOf(placed, readers);
        if (goesOn) runs[runs.indexOf(below)] = run;
        else runs.push(run);
        for (let each = from; each < to; each += 1) open[each] = run;
      }
      from = to;
    }
  }
  return runs.map((run) => ({
    ...run,
    bytes: bytesOf(
      run.layers.map(({ layer }) => layer),
      facts,
    ),
  }));
}

function layerAt(standing: Standing | undefined, level: number): string | null {
  return standing?.column.stack?.layers[level] ?? null;
}

interface LayerAt {
  layer: string;
  level: number;
  readers: readonly Standing[];
  bottom: number;
  height: number;
  facts: Pick<LayerFacts, 'made'>;
}

function place({ layer, level, readers, bottom, height, facts }: LayerAt): PlacedLayer {
  const [first, last] = [readers[0], readers.at(-1)];
  const x = (first?.x ?? 0) + INSET;
  return {
    ...{ layer, level, x },
    y: bottom - (level + 1) * height + gapOf(height),
    width: (last?.x ?? 0) + (last?.width ?? 0) - INSET - x,
    height: height - gapOf(height),
    readers: readers.flatMap(({ column }) => column.boxes.map(nameOfBox)),
    made: facts.made.get(layer) ?? null,
  };
}

/** Whose it is: where it is no container's, its number. */
function nameOfBox({ key, members }: Column['boxes'][number]): string {
  return members.length === 0 ? key : members.map(({ named }) => named).join('+');
}

function runOf(layer: PlacedLayer, readers: readonly Standing[]): LayerRun {
  const { x, y, width, height } = layer;
  const images = readers.flatMap(({ column }) =>
    column.boxes.flatMap(({ members }) => members.map(({ image }) => image)),
  );
  return {
    x,
    y,
    width,
    height,
    layers: [layer],
    readers: layer.readers.length,
    bytes: null,
    images: [...new Set(images)],
  };
}

function grown(run: LayerRun, layer: PlacedLayer): LayerRun {
  return {
    ...run,
    y: layer.y,
    height: run.y + run.height - layer.y,
    layers: [...run.layers, layer],
  };
}
