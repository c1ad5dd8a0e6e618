/** Runs tasks, at most `most` of them at a time, in the order in which they came. */
export function createLimit(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      // The place goes to the next in line without being given back in between.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
