import type { Box, Point } from '@lib/layout/geometry';
import type { SandboxTie } from '@lib/scene/sandbox-scene';

/** What stands beside the picture of containers, as sandboxes do. */
export interface Beside {
  places: ReadonlyMap<string, Point>;
  /** The room of each. */
  boxes: readonly Box[];
  /** Are they many, and a person has asked for each? */
  isOpen: boolean;
  /** Lines, which are drawn below all rings. */
  ties: readonly SandboxTie[];
}
