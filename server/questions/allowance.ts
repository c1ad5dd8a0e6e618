/** How much may be read for at once, of what those began who share it. */
export class Allowance {
  private open = 0;

  /** @param within that of many, of which this one takes as well; null: it is nobody else's */
  constructor(
    readonly most: number,
    private readonly within: Allowance | null = null,
  ) {}

  /** The one that is used up; null: one more may begin. */
  get spent(): Allowance | null {
    return this.open >= this.most ? this : (this.within?.spent ?? null);
  }

  /** One more begins. @returns how it ends, to be called once */
  begin(): () => void {
    this.open += 1;
    const end = this.within?.begin();
    return () => {
      this.open -= 1;
      end?.();
    };
  }
}
