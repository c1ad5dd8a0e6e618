/** Why something could not be read, in words where there are some; else as the system names it. */
export function reason(why: string): string {
  return why === 'sandbox' ? 'it runs in a sandbox with a kernel of its own' : why;
}
