/** What a rule is about is not on this machine, for this reason: it says nothing of any container. */
export class DoesNotApply extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}
