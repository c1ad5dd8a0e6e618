/*
 * /proc/PID/cmdline, proc_pid_cmdline(5): each argument ends in a NUL byte
 * sh\0-c\0sleep 1d\0
 */

const utf8 = new TextDecoder();

/**
 * The arguments of a command line; none for a kernel thread or a zombie. Never throws: a process
 * may write here what it likes.
 *
 * A program that sets its own title leaves the title and a padding of NUL bytes (setproctitle(3));
 * that is one argument.
 *
 * @param bytes the file, or its beginning
 * @param truncated there was more: a character that the cut left incomplete is dropped
 */
export function parseCmdline(bytes: Uint8Array, truncated: boolean): string[] {
  if (bytes.length === 0) return [];
  const text = utf8.decode(bytes);
  const args = (text.endsWith('\0') ? text.slice(0, -1) : text).split('\0');
  if (args.length > 2 && args.slice(1).every((arg) => arg === '')) args.length = 1;
  if (truncated) {
    const last = args.pop() ?? '';
    args.push(last.replace(/\uFFFD+$/, ''));
  }
  return args;
}
