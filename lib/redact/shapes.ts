import { HIDDEN } from './secret-name';

/* What the patterns below begin with is looked for first, for most texts hold none of it. */
const KEY_BEGINS = '-----BEGIN ';
const TOKEN_BEGINS =
  /gh[pousr]_|github_|gl\w{2,3}-|xox|[sr]k[-_]|npm_|dckr_|hv[sb]\.|AIza|A[KS]IA|eyJ/;
const SAYS_SO = /bearer|identified/i;

/** A private key in PEM (RFC 7468), to its end or to where the text was cut off. */
const PRIVATE_KEY = /(-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----)/;
const END_OF_KEY = '-----END';

/**
 * Tokens that tell by their beginning what they are. None begins within a run of its own
 * characters, so that no text is gone through more than once.
 */
const TOKENS = new RegExp(
  '(?<![\\w-])(?:' +
    [
      'gh[pousr]_\\w{16,}', // GitHub
      'github_pat_\\w{16,}',
      'gl(?:pat|ptt|rt|dt)-[\\w-]{16,}', // GitLab
      'xox[abeprs]-[\\w-]{10,}', // Slack
      'sk-[A-Za-z0-9]{20,}',
      'sk-(?:proj|ant|live|svcacct)-[\\w-]{16,}',
      '[sr]k_(?:live|test)_\\w{10,}', // Stripe
      'npm_\\w{30,}',
      'dckr_(?:pat|oat)_[\\w-]{16,}', // Docker Hub
      'hv[sb]\\.[\\w-]{20,}', // Vault
      'AIza[\\w-]{30,}', // Google
      '(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])', // AWS
      'eyJ[\\w-]{8,}\\.[\\w-]{8,}(?:\\.[\\w-]*)?', // JSON Web Token, RFC 7519
    ].join('|') +
    ')',
  'g',
);

/** Hashed passwords as in crypt(5): `$6$salt$hash`, also with each `$` doubled for Compose. */
const CRYPT = /(?<![\w$])\${1,2}(?:apr1|\d[a-z]?|g?y)\${1,2}[^\s"',$]+\${1,2}[^\s"',]{8,}/g;

/** `Bearer x` of RFC 6750, wherever it stands. */
const BEARER = /(?<!\w)(bearer[ \t]+)(?!token(?!\w))[^\s"'\\,]+/gi;

/** SQL: `IDENTIFIED BY 'x'`. */
const IDENTIFIED =
  /(?<!\w)(identified\s+(?:with\s+[\w'"]+\s+)?(?:by|as)\s+(?:password\s+)?\\*["'])[^"'\\]+/gi;

/** What is no blank and no quote, so that an address ends with it. */
const UNBROKEN = /[^\s"'`<>]+/g;

/** `user:password@host` without a scheme, and `me:password@tcp(db:3306)/x` of Go. */
const NO_SCHEME =
  /^((?:-{0,2}[\w.-]+=)?(?!mailto|sips?:|xmpp)[A-Za-z_][\w.%+-]*):.+@(?!sha\d+:)(?=(?:tcp|udp|unix)\(|[\w.-]+(?::\d+)?(?:\/|$))/s;

/** What follows a host and its colon in an address. */
const PORT = /^\d{1,5}(?![^/,?#)\];&|])/;

/**
 * Hides what tells by its shape that it is secret: passwords in addresses, private keys, tokens.
 *
 * @param cut the text was cut off, so that an address may lack the `@` after its password
 */
export function redactShapes(text: string, cut = false): string {
  let shown = text.includes(KEY_BEGINS) ? withoutPrivateKeys(text) : text;
  if (shown.includes('@') || cut) {
    shown = shown.replace(UNBROKEN, (part, at: number) =>
      withoutUserinfo(part, cut && at + part.length === shown.length),
    );
  }
  if (TOKEN_BEGINS.test(shown)) shown = shown.replace(TOKENS, HIDDEN);
  if (shown.includes('$')) shown = shown.replace(CRYPT, HIDDEN);
  if (!SAYS_SO.test(shown)) return shown;
  return shown.replace(BEARER, `$1${HIDDEN}`).replace(IDENTIFIED, `$1${HIDDEN}`);
}

function withoutPrivateKeys(text: string): string {
  const [before = '', ...rest] = text.split(PRIVATE_KEY);
  let shown = before;
  for (let i = 0; i + 1 < rest.length; i += 2) {
    const inside = rest[i + 1] ?? '';
    const end = inside.indexOf(END_OF_KEY);
    shown += (rest[i] ?? '') + HIDDEN + (end < 0 ? '' : inside.slice(end));
  }
  return shown;
}

/** The password of `scheme://user:password@host`: all to the last `@`, for it may hold any other. */
function withoutUserinfo(part: string, cut: boolean): string {
  const last = part.lastIndexOf('@');
  let scheme = part.indexOf('://');
  if (scheme < 0) {
    return last < 0 ? part : part.replace(NO_SCHEME, `$1:${HIDDEN}@`);
  }
  for (; scheme >= 0; scheme = part.indexOf('://', scheme + 3)) {
    const user = /[^/:@[\]]*/y;
    user.lastIndex = scheme + 3;
    user.exec(part);
    const colon = user.lastIndex;
    if (part[colon] !== ':' || PORT.test(part.slice(colon + 1, colon + 12))) continue;
    if (last > colon) return `${part.slice(0, colon + 1)}${HIDDEN}${part.slice(last)}`;
    if (cut) return `${part.slice(0, colon + 1)}${HIDDEN}`;
  }
  return part;
}
