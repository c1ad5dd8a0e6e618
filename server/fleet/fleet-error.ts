import type { FleetProblem } from '@lib/fleet/problems';

/** Why what was wanted of a fleet's folder cannot be done. */
export class FleetError extends Error {
  constructor(
    readonly problem: FleetProblem,
    /** The folder, the file or the names that it is about. */
    readonly about: string,
  ) {
    super(`${problem}: ${about}`);
  }
}
