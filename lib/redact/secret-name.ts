/** What is shown in place of a secret. */
export const HIDDEN = '•••';

/** Words that make a name secret wherever they stand in it: `PGPASSWORD`, `client_secret_2`. */
const SECRET_WORD = /passw(?:or[dt]|d)|passphrase|passcode|secret|credential|basic-?auth/i;

/** Words that do so only as the last word of a name: `GITHUB_TOKEN`, but not `tokenizer` or `author`. */
const SECRET_ENDING =
  /(?:^|[-_.])(?:pass|pwd?|psk|token|auth|authorization|bearer|jwt|cookie|community|requirepass|masterauth|sig|signature)(?:[-_.]?\d+)?$/i;

/** Kinds of keys; `--key` alone names a file or a column more often than a secret. */
const SECRET_KEY =
  /(?:^|[-_.])(?:api|app|access|account|private|auth|encryption|signing|master|shared|session|service|storage|ssh|license)[-_.]?key(?:[-_.]?\d+)?$/i;

/** What every secret name holds; where none of it is, none has to be looked for. */
const HINT = /pass|pwd?|psk|token|auth|bearer|jwt|cookie|community|sig|secret|credential|key/i;

/** Names that tell where a secret is, or how it has to be, and not what it is. */
const ABOUT_A_SECRET =
  /(?:^|[-_.])(?:files?|path|dir|directory|stdin|prompt|name|ttl|length|policy|type)$|^proxy-pass$/i;

/** Values that are no secret whatever their name: `--auth=true`. */
const PLAIN = /^(?:|true|false|yes|no|on|off|none|null|undefined)$/i;

const PATH = /^(?:~|\.{0,2})\/./;
const FOLDER_NAME = /^(?:old)?pwd$/i;

/**
 * Would one expect a secret under this name?
 *
 * @param name of an option, a variable, a header, a field: `--api-key`, `PGPASSWORD`, `authToken`
 */
export function isSecretName(name: string): boolean {
  if (!HINT.test(name)) return false;
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').replace(/_/g, '-');
  if (ABOUT_A_SECRET.test(words)) return false;
  return SECRET_WORD.test(name) || SECRET_ENDING.test(words) || SECRET_KEY.test(words);
}

/** Can there be a secret name anywhere in a text? Quick, for most texts hold none. */
export function mayNameSecret(text: string): boolean {
  return HINT.test(text);
}

/** The same where the value is known as well: a path to a key can be read, and so can `true`. */
export function isSecretValue(name: string, value: string): boolean {
  if (!isSecretName(name) || PLAIN.test(value)) return false;
  const tellsWhere = PATH.test(value) && !SECRET_WORD.test(name);
  return !(tellsWhere && (/key$/i.test(name) || FOLDER_NAME.test(name)));
}
