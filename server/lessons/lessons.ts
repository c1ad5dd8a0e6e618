import { commandMessagesFor } from '@lib/i18n/command-messages';
import type { Lesson } from '@lib/lessons/lesson';
import type { Entry } from '@lib/lessons/listed';

/** The lessons that can be followed: one of a teacher's own, where there is one, and those that come with nsview. */
export class Lessons {
  #shipped: Promise<Entry[]> | null = null;

  /**
   * @param own it stands first, without a number, and in the place of the one that goes by its id; null: there is none
   * @param readShipped reads those that come with nsview
   */
  constructor(
    private readonly own: Lesson | null,
    private readonly readShipped = shipped,
  ) {}

  /** Those that come with nsview are read when somebody asks, for the first time. */
  async all(): Promise<Entry[]> {
    this.#shipped ??= this.readShipped();
    const shipped = await this.#shipped;
    const { own } = this;
    if (own === null) return shipped;
    const first: Entry = { id: own.id, number: null, read: { lesson: own } };
    return [first, ...shipped.filter(({ id }) => id !== own.id)];
  }

  /** Null: there is none of that id. */
  async byId(id: string): Promise<Entry | null> {
    return (await this.all()).find((entry) => entry.id === id) ?? null;
  }
}

async function shipped(): Promise<Entry[]> {
  const { shippedLessons } = await import('./shipped');
  return shippedLessons(commandMessagesFor('en'));
}
