import type { Lesson } from '@lib/lessons/lesson';

/** The lessons that can be followed: one of a teacher's own, where there is one, and those that come with nsview. */
export class Lessons {
  #shipped: Promise<Lesson[]> | null = null;

  /** @param own it stands first, and in the place of the one that goes by its id; null: there is none */
  constructor(private readonly own: Lesson | null) {}

  /** Those that come with nsview are read when somebody asks, for the first time. */
  async all(): Promise<Lesson[]> {
    this.#shipped ??= import('./shipped').then(({ shippedLessons }) => shippedLessons());
    const shipped = await this.#shipped;
    const { own } = this;
    return own === null ? shipped : [own, ...shipped.filter(({ id }) => id !== own.id)];
  }

  /** Null: there is none of that id. */
  async byId(id: string): Promise<Lesson | null> {
    return (await this.all()).find((lesson) => lesson.id === id) ?? null;
  }
}
