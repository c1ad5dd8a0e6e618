/*
 * /proc/PID/wchan, proc_pid_wchan(5): the function of the kernel in which its first thread waits, with no
 * newline after it.
 * hrtimer_nanosleep
 */

/** @returns null for `0`: it waits nowhere, or whoever reads may not know */
export function parseWchan(text: string): string | null {
  const name = text.trimEnd();
  return name === '0' || name === '' ? null : name;
}
