import type { EngineError } from './engine-error';
import type { Rhythm } from './rhythm';

/** How long to wait after a failed attempt to connect: longer each time. */
export class Retry {
  private failures = 0;

  constructor(private readonly rhythm: Rhythm) {}

  succeeded(): void {
    this.failures = 0;
  }

  /**
   * @param failure null: there was a connection, which was lost at once
   * @returns milliseconds
   */
  pause(failure: EngineError | null, watched: boolean): number {
    const { ping, relist, retry, look } = this.rhythm;
    // That nobody is there costs one look at a file.
    if (failure?.kind === 'absent') return watched ? look : ping;
    const least = watched ? retry : ping;
    // What answers wrongly answers soon enough when it mends; what does not answer has to be asked.
    const answers = failure?.kind === 'http' || failure?.kind === 'protocol';
    const most = Math.max(least, answers ? relist : ping);
    const pause = least * 2 ** this.failures * (1 + Math.random() / 2);
    this.failures = Math.min(this.failures + 1, 16);
    return Math.min(pause, most);
  }
}
