import { OWN_KERNEL } from '../../model/own-kernel';

/** Why something could not be read, in words where there are some; else as the system names it. */
export function reason(why: string): string {
  return why === OWN_KERNEL ? '它运行在自带的内核上' : why;
}
