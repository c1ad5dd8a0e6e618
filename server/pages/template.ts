/** Stands in a page that was made beforehand where the nonce of each answer goes. */
export const NONCE_PLACE = 'nonce-of-this-answer';

const OPENING = /<html[^>]*>/;

/** A page that Next made, in pieces between which goes what differs from one answer to another. */
export interface Template {
  /** Up to `<html>`. */
  before: string;
  /** What is after it, cut where a nonce goes. */
  pieces: readonly string[];
}

/** @throws where it is no page that was made for {@link NONCE_PLACE} */
export function parseTemplate(html: string): Template {
  const opening = OPENING.exec(html);
  if (opening === null) throw new Error('no <html> in the page');
  const pieces = html.slice(opening.index + opening[0].length).split(NONCE_PLACE);
  if (pieces.length === 1) throw new Error('no script with a nonce in the page');
  return { before: html.slice(0, opening.index), pieces };
}

/**
 * @param attributes of `<html>`; of their values none needs to be escaped
 * @returns the page as Next would have made it for this answer
 */
export function filled(
  { before, pieces }: Template,
  attributes: Readonly<Record<string, string>>,
  nonce: string,
): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `${before}<html${written.join('')}>${pieces.join(nonce)}`;
}
