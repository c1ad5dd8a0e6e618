/*
 * /proc/PID/syscall, proc_pid_syscall(5): the number of the call that the first thread waits in, its six
 * arguments, stack and program counter. `running` while it runs; -1 where it waits in no call.
 * 230 0x0 0x0 0x7ffdc87719d0 0x7ffdc8771a10 0x0 0x0 0x7ffdc87719b8 0x7fbe465de503
 */
import { ProcParseError } from './parse-error';

/**
 * @returns the number, or that it runs or is in no call. Of a thread of the kernel's the file says 0, which is
 *   none: who asks has to know that it is one
 */
export function parseSyscall(text: string): number | 'running' | 'none' {
  if (text === 'running\n') return 'running';
  const number = /^(-1|\d{1,10}) 0x/.exec(text)?.[1];
  if (number === undefined)
    throw new ProcParseError('syscall', 'a number and arguments, or running');
  return number === '-1' ? 'none' : Number(number);
}
