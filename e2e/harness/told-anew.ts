import type { Page } from '@playwright/test';
import * as z from 'zod/mini';

const askSchema = z.tuple([
  z.literal('ask'),
  z.object({ id: z.int(), question: z.object({ name: z.string() }) }),
]);
const answerSchema = z.tuple([
  z.literal('answer'),
  z.object({ id: z.int(), error: z.optional(z.unknown()) }),
]);

/** What a page asks again and again without news of it, as what was written, is told by no sign in it: here it is heard. */
export class ToldAnew {
  /** Of questions that wait for an answer: what each asks, and when it was put. */
  readonly #open = new Map<number, { name: string; at: number }>();
  /** When each was put last, by what it asks. */
  readonly #put = new Map<string, number>();
  /** The same of what was answered. */
  readonly #told = new Map<string, number>();

  /** @param page of which nothing was loaded yet */
  constructor(page: Page) {
    page.on('websocket', (socket) => {
      this.#open.clear();
      socket.on('framesent', ({ payload }) => {
        const ask = askSchema.safeParse(messageIn(payload));
        if (!ask.success) return;
        const [, { id, question }] = ask.data;
        const asked = { name: question.name, at: performance.now() };
        this.#open.set(id, asked);
        this.#put.set(asked.name, asked.at);
      });
      socket.on('framereceived', ({ payload }) => {
        const answer = answerSchema.safeParse(messageIn(payload));
        if (!answer.success) return;
        const [, { id, error }] = answer.data;
        const asked = this.#open.get(id);
        this.#open.delete(id);
        if (asked !== undefined && error === undefined) this.#told.set(asked.name, asked.at);
      });
    });
  }

  /** Was that asked since, by performance.now(), and answered with what it asks? */
  isSince(name: string, since: number): boolean {
    return (this.#told.get(name) ?? -Infinity) > since;
  }

  /** Was that asked since, whatever came of it? */
  wasAsked(name: string, since: number): boolean {
    return (this.#put.get(name) ?? -Infinity) > since;
  }
}

/** What an event of socket.io brings; null: it is something else. */
function messageIn(frame: string | Buffer): unknown {
  const text = String(frame);
  return text.startsWith('42[') ? JSON.parse(text.slice(2)) : null;
}
