import { refusedAs } from '@lib/present/from-follower';

/** One who follows, over one connection. */
export interface Follower {
  /** The browser: it votes once, however many pages it has open. */
  readonly device: string;
  /** Does it look around by itself now? */
  away: boolean;
}

/** Those who follow now, and what they said that they may not. */
export class Audience<F extends Follower> {
  private readonly followers = new Set<F>();
  /** Events that were refused so far, by name. */
  readonly refused = new Map<string, number>();

  come(follower: F): void {
    this.followers.add(follower);
  }

  leave(follower: F): void {
    this.followers.delete(follower);
  }

  refuse(event: string): void {
    const as = refusedAs(event);
    this.refused.set(as, (this.refused.get(as) ?? 0) + 1);
  }

  get all(): Iterable<F> {
    return this.followers;
  }

  get isEmpty(): boolean {
    return this.followers.size === 0;
  }

  /** Browsers that follow, and those of them of which every page looks around. */
  get counts(): { followers: number; away: number } {
    const here = new Set<string>();
    const everybody = new Set<string>();
    for (const { device, away } of this.followers) {
      everybody.add(device);
      if (!away) here.add(device);
    }
    return { followers: everybody.size, away: everybody.size - here.size };
  }
}
