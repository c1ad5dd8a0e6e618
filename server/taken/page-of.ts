import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import { takenDocument, type Sealed, type TakenPage } from '@lib/taken/document';
import { ROOT } from '../root';

/** What `npm run build` made of the page. */
const PARTS = join(ROOT, 'dist/taken');

/**
 * A page to take away that plays a recording.
 *
 * @param lines of the recording: whoever opens the page trusts that they are one
 */
export async function pageOf(
  lines: readonly string[],
  about: Pick<TakenPage, 'title' | 'language' | 'begins'>,
): Promise<string> {
  const [loader, program, style, icon] = await Promise.all([
    sealed('loader.js'),
    sealed('program.js.gz'),
    sealed('style.css'),
    readFile(join(ROOT, 'public/icon.svg'), 'utf8'),
  ]);
  const compressed = {
    style: await compress(style.text),
    program: await compress(program.text),
    recording: await compress(`${lines.join('\n')}\n`),
  };
  return takenDocument({ ...about, icon, loader, program, style, compressed });
}

async function sealed(file: string): Promise<Sealed> {
  const bytes = await readFile(join(PARTS, file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return { text, digest: createHash('sha256').update(text).digest('base64') };
}

function compress(text: string): Promise<Uint8Array> {
  return promisify(gzip)(text, { level: 9 });
}
