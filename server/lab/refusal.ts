import type { LabReason } from '@lib/lab/word';

/** The lab does not do something, and says why. */
export class Refusal extends Error {
  constructor(readonly because: LabReason) {
    super(because.code);
  }
}
