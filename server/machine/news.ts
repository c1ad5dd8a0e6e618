/** Milliseconds for which news of the kernel's own threads alone may wait: some come and go always. */
const KERNEL_THREADS_WAIT = 30_000;

/** Which news are told at once, and which wait for others to be told with (decision 6). */
export class News {
  /** Since when some wait; null: none do. */
  private waitingSince: number | null = null;

  /** Something changed, perhaps nothing that cannot wait. */
  came(): void {
    this.waitingSince ??= performance.now();
  }

  /**
   * Are there news to be told now? Then what waited is told with them.
   *
   * @param urgent something changed that does not wait
   * @param whole all is asked for, also what could wait
   */
  areDue({ urgent, whole }: { urgent: boolean; whole: boolean }): boolean {
    const waited = this.waitingSince === null ? null : performance.now() - this.waitingSince;
    const due = urgent || (waited !== null && (whole || waited >= KERNEL_THREADS_WAIT));
    if (due) this.waitingSince = null;
    return due;
  }
}
