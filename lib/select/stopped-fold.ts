/** So many stopped containers are shown each; more of them are one thing with their number, which opens. */
export const FEW_STOPPED = 20;

/** Is a number of stopped containers shown as one thing, unless a person opens it? */
export function foldsStopped(count: number): boolean {
  return count > FEW_STOPPED;
}
