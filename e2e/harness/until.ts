import { setTimeout as delay } from 'node:timers/promises';

/**
 * Ask again and again until the answer is neither undefined nor false.
 * @param within milliseconds, after which the promise is rejected with `what` in its message
 * @param every milliseconds between two questions
 */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  within: number,
  every = 20,
): Promise<T> {
  const deadline = performance.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > deadline) throw new Error(`not within ${within} ms: ${what}`);
    await delay(every);
  }
}
