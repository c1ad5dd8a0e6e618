/** What is shown in place of a secret. */
const HIDDEN = '•••';

const SECRET_NAME =
  /(?:^|[-_.])(?:pass(?:w(?:or)?d|phrase)?|pwd|secrets?|token|credentials?|(?:api|access|private|secret|auth|encryption|signing)[-_]?key|auth|bearer|(?:access|secret|session|auth)[-_]?token)(?:$|[-_.]\w*$)/i;

/** `--name=value`, `-name=value`, `NAME=value`, `a.b.name=value`. */
const ASSIGNMENT = /^(-{0,2}[A-Za-z][\w.-]*)=(.+)$/s;
/** `--name` or `-name`, its value in the next argument. */
const LONG_OPTION = /^-{1,2}[A-Za-z][\w.-]+$/;
/** `scheme://user:password@`, anywhere in an argument. */
const URL_PASSWORD = /\b([a-z][a-z0-9+.-]*:\/\/[^\s/:@]*):[^\s/]+@/gi;
/** An HTTP header that carries a secret, as given to curl -H. */
const HEADER = /^((?:proxy-)?authorization|cookie|x-[\w-]*(?:token|key)): *.+$/is;

/** Programs whose `-pSECRET` is a password; with others `-p` is a port, a path, a PID… */
const MYSQL_LIKE = /^(?:mysql|mariadb)(?:[-_]?\w+)*$/;

/**
 * Hides the values of arguments that look like secrets, and only the values: which options a
 * program was started with stays visible. The number of arguments never changes.
 *
 * @param args a command line; the first is the program
 */
export function redactArgs(args: string[]): string[] {
  const program = (args[0] ?? '').replace(/^.*\//, '');
  const shortPassword = MYSQL_LIKE.test(program);
  return args.map((arg, i) => {
    const before = i > 1 ? args[i - 1] : undefined;
    if (i > 0 && before !== undefined && takesSecret(before) && !arg.startsWith('--')) {
      return HIDDEN;
    }
    if (i > 0 && shortPassword && /^-p./.test(arg)) return `-p${HIDDEN}`;
    return redactWithin(arg);
  });
}

function takesSecret(option: string): boolean {
  return LONG_OPTION.test(option) && SECRET_NAME.test(option);
}

function redactWithin(arg: string): string {
  const assignment = ASSIGNMENT.exec(arg);
  if (assignment?.[1] !== undefined && SECRET_NAME.test(assignment[1])) {
    return `${assignment[1]}=${HIDDEN}`;
  }
  const header = HEADER.exec(arg);
  if (header?.[1] !== undefined) return `${header[1]}: ${HIDDEN}`;
  return arg.replace(URL_PASSWORD, `$1:${HIDDEN}@`);
}
