/** What is shown in place of a secret. */
const HIDDEN = '•••';

/** Words that make a name secret wherever they stand in it: `PGPASSWORD`, `client_secret_file`. */
const SECRET_WORD = /passw(?:or)?d|passphrase|secret|credential/i;
/** Words that do so only as the last word of a name: `api_key`, but not `tokenizer` or `author`. */
const SECRET_ENDING =
  /(?:^|[-_.])(?:pass|pwd|token|auth|bearer|requirepass|masterauth|(?:api|access|private|auth|encryption|signing)[-_]?key)$/i;

/** `--name=value`, `-name=value`, `NAME=value`, `a.b.name=value`. */
const ASSIGNMENT = /^(-{0,2}[A-Za-z_][\w.-]*)=(.+)$/s;
/** `--name` or `-name`, its value in the next argument. */
const LONG_OPTION = /^-{1,2}[A-Za-z][\w.-]+$/;
/** The password in `scheme://user:password@`, anywhere in an argument. */
const URL_PASSWORD = /\b([a-z][a-z0-9+.-]*:\/\/[^\s/:@]*):[^\s/]+@/gi;
/** An HTTP header that carries a secret. */
const HEADER = /((?:proxy-)?authorization|cookie|x-[\w-]*(?:token|key)): *(?=\S)/i;
/** The option after which a shell finds the line that it runs. */
const SHELL_LINE = /^-[a-z]*c$/;
/** A word of a shell line; quoted blanks are part of it. */
const WORD = /(?:"[^"]*"|'[^']*'|\S)+/g;

/** Programs whose `-pSECRET` is a password; with others `-p` is a port, a path, a PID… */
const MYSQL_LIKE = /^(?:.*\/)?(?:mysql|mariadb)(?:[-_]?[a-z]+)*$/;
const PORTS = /^-p\d+(?::\d+)*$/;

/**
 * Hides the values of arguments that look like secrets, and only the values: which options a
 * program was started with stays visible. The number of arguments never changes.
 *
 * @param args a command line; the first is the program
 */
export function redactArgs(args: string[]): string[] {
  return redactEach(args, (arg, before) => {
    const isLine = SHELL_LINE.test(before) || !(ASSIGNMENT.test(arg) || startsWithHeader(arg));
    return isLine && /\s/.test(arg) ? redactLine(arg) : redactValue(arg);
  });
}

/** Word by word, blanks between them as they were. */
function redactLine(line: string): string {
  const redacted = redactEach(line.match(WORD) ?? [], redactValue);
  return line.replace(WORD, () => redacted.shift() ?? '');
}

function redactEach(args: string[], redact: (arg: string, before: string) => string): string[] {
  let mysql = false;
  return args.map((arg, i) => {
    const before = args[i - 1] ?? '';
    if (i > 1 && takesSecret(before) && !arg.startsWith('--')) return HIDDEN;
    if (mysql && /^-p./.test(arg) && (MYSQL_LIKE.test(args[0] ?? '') || !PORTS.test(arg))) {
      return `-p${HIDDEN}`;
    }
    mysql ||= MYSQL_LIKE.test(arg);
    return redact(arg, before);
  });
}

/** What in an argument tells by itself that it is secret. */
function redactValue(arg: string): string {
  const assignment = ASSIGNMENT.exec(arg);
  if (assignment?.[1] !== undefined && isSecret(assignment[1])) {
    return `${assignment[1]}=${HIDDEN}`;
  }
  const header = HEADER.exec(arg);
  if (header !== null) return arg.slice(0, header.index + header[0].length) + HIDDEN;
  return arg.replace(URL_PASSWORD, `$1:${HIDDEN}@`);
}

function startsWithHeader(arg: string): boolean {
  return HEADER.exec(arg)?.index === 0;
}

function takesSecret(option: string): boolean {
  return LONG_OPTION.test(option) && isSecret(option);
}

function isSecret(name: string): boolean {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1-$2');
  return SECRET_WORD.test(name) || SECRET_ENDING.test(words);
}
