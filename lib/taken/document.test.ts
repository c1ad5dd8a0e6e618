import { expect, it } from 'vitest';
import { unpackedBytes } from './packed';
import { takenDocument, type TakenPage } from './document';

const sealed = (text: string) => ({ text, digest: `of ${text}` });
const bytes = (text: string) => new TextEncoder().encode(text);

/** What a name may be that somebody else has chosen. */
const HOSTILE = '</script><script>owned=1</script><!-- "\'><img src=x onerror=owned=1> -->';

function page(of: Partial<TakenPage> = {}): string {
  return takenDocument({
    ...{ title: 'course', language: 'en', begins: '?view=lens', icon: '<svg/>' },
    ...{ loader: sealed('load()'), program: sealed('go()'), style: sealed('a{}') },
    compressed: { program: bytes('go()'), style: bytes('a{}'), recording: bytes('{}') },
    ...of,
  });
}

it('lets in nothing but the loader, the program and the style sheet that it has', () => {
  const [, policy] = /Security-Policy" content="([^"]+)"/.exec(page()) ?? [];
  expect(policy?.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'sha256-of load()' 'sha256-of go()'",
    "style-src 'sha256-of a{}'",
    'font-src data:',
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

it('names what it begins with, and is in the language that it was made in', () => {
  expect(page({ language: 'zh-CN' })).toContain('<html lang="zh-CN" data-begins="?view=lens"');
});

it.each([
  ['its title', { title: HOSTILE }],
  ['what it begins with', { begins: `?q=${HOSTILE}` }],
  [
    'its recording',
    { compressed: { program: bytes(''), style: bytes(''), recording: bytes(HOSTILE) } },
  ],
])('is of the same elements whatever %s says', (_, hostile) => {
  const tags = (html: string) => html.match(/<[!/]?[a-z]+|<!--|-->/gi);
  expect(tags(page(hostile))).toEqual(tags(page()));
});

it('has its recording whole', () => {
  const recording = bytes(HOSTILE);
  const compressed = { program: bytes(''), style: bytes(''), recording };
  const [, text = ''] = /id="recording">([^<]*)</.exec(page({ compressed })) ?? [];
  expect(unpackedBytes(text)).toEqual(recording);
});
