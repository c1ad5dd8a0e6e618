import type { ReactNode } from 'react';
import type { Box, Point } from '@lib/layout/geometry';
import type { Sharing } from '@lib/model/container';
import type { SandboxTie } from '@lib/scene/sandbox-scene';

/** What stands beside the picture of containers, as sandboxes do. */
export interface Beside {
  places: ReadonlyMap<string, Point>;
  /** The room of each. */
  boxes: readonly Box[];
  /** Lines, which are drawn below all rings. */
  ties: readonly SandboxTie[];
  /** What a legend explains of them; null: none is drawn. */
  legend: ReactNode;
  /** What their parts say of sharing. */
  present: readonly Sharing[];
  /** The keys of those that a person has moved. */
  pins: Pick<ReadonlySet<string>, 'has'>;
  onMove: (key: string, to: (place: Point) => Point) => void;
  onLetGo: (key: string) => void;
  /** A person has asked for them: another one each time, and null where the page has shown them since. */
  asked: Asked | null;
}

/** That all of them are to be seen. */
export interface Asked {
  /** Was it on this picture? Else a camera that a person has set stays. */
  here: boolean;
}
