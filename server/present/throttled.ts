/** Does something at once, and then no more often than every so many milliseconds, the last time after the last wish. */
export class Throttled {
  private timer: NodeJS.Timeout | null = null;
  private isWanted = false;

  constructor(
    private readonly act: () => void,
    private readonly every: number,
  ) {}

  readonly want = (): void => {
    if (this.timer !== null) {
      this.isWanted = true;
      return;
    }
    this.act();
    this.timer = setTimeout(() => {
      this.timer = null;
      if (this.isWanted) {
        this.isWanted = false;
        this.want();
      }
    }, this.every).unref();
  };

  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.isWanted = false;
  }
}
