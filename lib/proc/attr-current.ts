/*
 * /proc/PID/attr/current, proc_pid_attr(5): the label of the process as the security module has it. AppArmor
 * ends it with a newline, SELinux with a NUL.
 * docker-default (enforce)
 */

/** What SELinux calls everything before it was given a policy: it confines nobody. */
const NO_POLICY = 'kernel';

/** @returns null where no module has labelled it */
export function parseLabel(text: string): string | null {
  const label = text.replace(/[\0\n]+$/, '');
  return label === '' || label === NO_POLICY ? null : label;
}
