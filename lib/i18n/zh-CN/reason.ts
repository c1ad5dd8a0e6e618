/** Why something could not be read, in words where there are some; else as the system names it. */
export function reason(why: string): string {
  return why === 'sandbox' ? '它运行在自带内核的沙箱里' : why;
}
