/** What a request asks for, checked: nothing in it names another server or leads out of a folder. */
export interface Target {
  /** Begins with exactly one slash; without `.` and `..`. */
  pathname: string;
  /** With its question mark, or empty. */
  search: string;
  query: URLSearchParams;
}

/** Characters that a target may have: what the page's own links come to, many times over. */
const LONGEST = 16 * 1024;

/** A slash, then no blanks and no control characters: at its ends a parser drops them silently. */
const VISIBLE = /^\/[!-~\u0080-\uffff]*$/;

/** Only there to parse by. */
const BASE = 'http://localhost';

/**
 * The target of a request or an upgrade, RFC 9112, section 3.2: a path of this server and a query.
 * Anybody may send anything there, `new WebSocket('ws://127.0.0.1:3000//')` of any page included.
 *
 * @returns null for all else, which is to be refused: what names a server (`//name`, also where it
 * comes to that only when dots are taken out), what cannot be decoded, what is too long
 */
export function parseTarget(target: string | undefined): Target | null {
  if (target === undefined || target.length > LONGEST) return null;
  if (!VISIBLE.test(target) || !URL.canParse(target, BASE)) return null;
  const { origin, pathname, search, searchParams } = new URL(target, BASE);
  if (origin !== BASE || pathname.startsWith('//') || !isText(pathname)) return null;
  return { pathname, search, query: searchParams };
}

/** Is it text when its percent signs are decoded, without NUL, which ends a name for the kernel? */
function isText(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes('\0');
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
