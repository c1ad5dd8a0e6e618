import type { Box, Point } from '@lib/layout/geometry';

/** What stands beside the picture of containers, as sandboxes do. */
export interface Beside {
  places: ReadonlyMap<string, Point>;
  /** The room of each. */
  boxes: readonly Box[];
  /** What is tied to what, by keys. */
  ties: readonly (readonly [from: string, to: string])[];
}
