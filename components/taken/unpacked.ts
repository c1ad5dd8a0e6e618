import { NOT_OPENED } from '@lib/i18n/not-loaded';
import { unpackedBytes } from '@lib/taken/packed';

/** The text that lies compressed in an element of this page. @throws where it is not there, or not whole */
export async function unpacked(id: string): Promise<string> {
  const bytes = unpackedBytes(document.getElementById(id)?.textContent ?? '');
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(plain).text();
}

/** In both languages: neither is there to choose from. @param why for who looks into it */
export function tellNotOpened(why: unknown): void {
  const place = document.getElementById('page');
  if (place !== null) place.textContent = Object.values(NOT_OPENED).join('\n');
  // Last: browsers that cannot open the page may not have it either.
  reportError(why);
}
