/** What a rule needs could not be read, for this reason. */
export class Unreadable extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}
