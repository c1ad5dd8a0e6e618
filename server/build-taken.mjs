/**
 * Builds what a page consists of that is taken away (`nsview page`), into dist/taken: its program, which has a
 * recording where the page of a server has its line; the loader that unpacks it; its style sheet.
 * A part of `npm run build`.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import tailwind from '@tailwindcss/postcss';
import { build, transform } from 'esbuild';
import postcss from 'postcss';
import subsetFont from 'subset-font';
import { notePackages } from './bundled.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGE = `${ROOT}dist/taken`;
/** That the page writes between its words, and no keyboard has. */
const SIGNS = '·–—‘’“”…→←↑↓×≤≥≈µ°±•';
/** What nobody comes to without a server: nothing is presented, nobody followed, and no reader started. */
const LEFT_OUT =
  /\/(?:follow\/follower|present\/present-button|reader-dialog|reader-news|reader-fact|may-enter)'$/;
/** The words of what is not in this page: lessons, the lab, presenting, the reader, what is taken away of the page of a server. */
const UNSAID =
  /\/lib\/i18n\/[^/]+\/(?:lab|lab-page|lessons|lesson-facts|present|reader|take-away)\.ts$/;
/** Whatever would say them. */
const SAYING =
  /^components\/(?:(?:lab|lessons|present)\/|reader\/(?:entering|may-enter|reader-dialog|reader-fact|reader-news)|take-away\/take-away)|^lib\/(?:lab|lessons)\//;
/** Of its letters: how near they stand, and digits that stand below each other. All that it has were a third of the font. */
const FEATURES = { keepFeatures: ['kern', 'tnum'] };
const BROWSERS = ['chrome111', 'firefox128', 'safari16.4'];

/** What is fetched later elsewhere is here: imported as what it is, so that what nobody uses of it stays out. @type {import('esbuild').Plugin} */
const nothingLater = {
  name: 'nothing-later',
  setup(builder) {
    builder.onLoad({ filter: /\/components\/.*\.tsx?$/ }, ({ path }) => {
      /** @type {string[]} */
      const fetched = [];
      const text = readFileSync(path, 'utf8').replace(/\bimport\(('[^']+')\)/g, (_, module) => {
        if (LEFT_OUT.test(module)) return `Promise.reject(new Error("it is not in this page"))`;
        fetched.push(module);
        return `Promise.resolve(fetched${fetched.length})`;
      });
      const imports = fetched.map((module, at) => `import * as fetched${at + 1} from ${module};`);
      return { contents: `${imports.join('')}${text}`, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};

/** Leaves such words out. @type {import('esbuild').Plugin} */
const unsaidWords = {
  name: 'unsaid-words',
  setup(builder) {
    builder.onLoad({ filter: UNSAID }, ({ path }) => {
      const names = readFileSync(path, 'utf8').matchAll(/^export const (\w+)/gm);
      const contents = [...names].map(([, name]) => `export const ${name} = {};`).join('');
      return { contents, loader: 'ts' };
    });
  },
};

/** @param {string} entry @returns {Promise<{ script: string, style: string, files: string[] }>} */
async function bundled(entry) {
  const { outputFiles, metafile } = await build({
    metafile: true,
    entryPoints: [`${ROOT}components/taken/${entry}`],
    bundle: true,
    plugins: [nothingLater, unsaidWords],
    minify: true,
    write: false,
    outdir: PAGE,
    format: 'iife',
    charset: 'utf8',
    target: BROWSERS,
    jsx: 'automatic',
    // Which of `imports` in package.json it has.
    conditions: ['taken'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  const parts = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const saying = parts.find(([file, { bytesInOutput }]) => SAYING.test(file) && bytesInOutput > 0);
  if (saying !== undefined) throw new Error(`${saying[0]} is in the page, and its words are not`);
  const ending = (/** @type {string} */ end) =>
    outputFiles.find(({ path }) => path.endsWith(end))?.text.trim() ?? '';
  return { script: ending('.js'), style: ending('.css'), files: Object.keys(metafile.inputs) };
}

/**
 * The letters of English in the weights that the page has; those of code and of Chinese are in every system.
 * @returns {Promise<string>}
 */
async function fonts() {
  const ascii = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('');
  const bytes = await subsetFont(readFileSync(`${ROOT}app/fonts/inter.woff2`), `${ascii}${SIGNS}`, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
    ...FEATURES,
  });
  const url = `data:font/woff2;base64,${bytes.toString('base64')}`;
  return `@font-face { font-family: Inter; font-weight: 400 700; src: url(${url}) }
:root {
  --font-inter: Inter;
  --font-jetbrains: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
  --font-cjk: 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif;
  --font-zhongwen: var(--font-cjk);
}`;
}

/** @param {string} more what the components bring along @returns {Promise<string>} */
async function styleSheet(more) {
  const from = `${ROOT}app/globals.css`;
  const { css } = await postcss([tailwind()]).process(readFileSync(from, 'utf8'), { from });
  const { code } = await transform(`${await fonts()}\n${css}\n${more}`, {
    loader: 'css',
    minify: true,
    target: BROWSERS,
  });
  return code.trim();
}

const [loader, program] = await Promise.all([bundled('loader.ts'), bundled('page.tsx')]);
rmSync(PAGE, { recursive: true, force: true });
mkdirSync(PAGE, { recursive: true });
writeFileSync(`${PAGE}/loader.js`, loader.script);
// The largest by far; whoever makes a page of it unpacks it.
writeFileSync(`${PAGE}/program.js.gz`, gzipSync(program.script, { level: 9 }));
writeFileSync(`${PAGE}/style.css`, await styleSheet(program.style));
notePackages(ROOT, 'dist/taken/packages.json', [...loader.files, ...program.files]);
