/** What stands in `unreadable` for all that is of a container which runs on a kernel of its own (gVisor, Kata). */
export const OWN_KERNEL = 'sandbox';
