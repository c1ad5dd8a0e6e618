import { markup, Html } from '../handout/html';
import { NOT_OPENED } from '../i18n/not-loaded';
import type { Language } from '../model/language';
import { packed } from './packed';

/** A text of the page: as it is, and as the policy names it. */
export interface Sealed {
  text: string;
  /** Of its UTF-8: SHA-256, in base64. */
  digest: string;
}

/** What a page to be taken away is made of. */
export interface TakenPage {
  title: string;
  language: Language;
  /** The query that says what is shown at first; empty: nothing particular. */
  begins: string;
  icon: string;
  loader: Sealed;
  program: Sealed;
  style: Sealed;
  /** By gzip: the same as `text` of these two, and the lines of the recording. */
  compressed: Readonly<Record<'program' | 'style' | 'recording', Uint8Array>>;
}

/**
 * One file of HTML that needs nothing else. What is compressed in it is data until the loader has unpacked it, and
 * the policy lets in what has its digests: whatever a recording says, it can be neither markup nor script.
 */
export function takenDocument(page: TakenPage): string {
  const { title, language, begins, icon, loader, compressed } = page;
  const data = Object.entries(compressed).map(
    // None of its characters means anything to HTML.
    ([id, bytes]) =>
      markup`<script type="text/plain" id="${id}">${new Html(packed(bytes))}</script>`,
  );
  return markup`<!doctype html>
<html lang="${language}" data-begins="${begins}" data-state="connecting" data-engine="connecting" data-settled="false">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy(page))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">
</head>
<body>
<div id="page"><noscript>${Object.values(NOT_OPENED).join(' ')}</noscript></div>
${data}
<script>${new Html(loader.text)}</script>
</body>
</html>
`.source;
}

/** Nothing from anywhere, and of what is here nothing else than this. */
function policy({ loader, program, style }: TakenPage): string {
  return [
    "default-src 'none'",
    `script-src 'sha256-${loader.digest}' 'sha256-${program.digest}'`,
    `style-src 'sha256-${style.digest}'`,
    'font-src data:',
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
