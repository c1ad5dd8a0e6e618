import { OWN_KERNEL } from '../../model/own-kernel';

/** Why something could not be read, in words where there are some; else as the system names it. */
export function reason(why: string): string {
  return why === OWN_KERNEL ? 'it runs on a kernel of its own' : why;
}
