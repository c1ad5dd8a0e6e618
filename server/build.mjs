/**
 * `npm run build:server`: the server, and what runs beside it, into dist/. Packages are put in, so that
 * what is installed has few of its own; what is of native code or WebAssembly is not, nor Next, which
 * a clone alone has. Runs on Node and esbuild alone.
 */
import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { notePackages } from './bundled.mjs';

/** In threads and processes of their own: each is found beside what starts it. */
const BESIDE = [
  'server/reader/worker.ts',
  'server/enter/entering.ts',
  'server/below/helper-program.ts',
];

/** @type {import('esbuild').BuildOptions & { splitting: true }} */
const COMMON = {
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  entryNames: '[name]',
  minify: true,
  logLevel: 'warning',
};

/** What packages of the old kind find in each file, and modules lack. */
const OLD_KIND = [
  "import { createRequire as $requireFor } from 'node:module';",
  "import { fileURLToPath as $pathOf } from 'node:url';",
  'const require = $requireFor(import.meta.url);',
  "const __filename = $pathOf(import.meta.url), __dirname = $pathOf(new URL('.', import.meta.url));",
].join('\n');

/** Files of packages that nothing here asks for, and that would bring a third of all with them: BuildKit, and ssh. */
const UNASKED = /\/(?:dockerode\/lib\/(?:buildkit|session)|docker-modem\/lib\/ssh)\.js$/;

/** @type {import('esbuild').Plugin} */
const withoutUnasked = {
  name: 'without-unasked',
  setup: ({ onLoad }) => {
    onLoad({ filter: UNASKED }, ({ path }) => ({
      contents: `module.exports = () => { throw new Error('nsview is built without ${basename(path)}'); };`,
    }));
  },
};

rmSync('dist', { recursive: true, force: true });
const { metafile } = await build({
  ...COMMON,
  metafile: true,
  entryPoints: ['server/main.ts', 'server/cli.ts', ...BESIDE],
  outdir: 'dist',
  sourcemap: true,
  banner: { js: OLD_KIND },
  plugins: [withoutUnasked],
  external: ['next', 'koffi', '@resvg/resvg-wasm', 'harfbuzzjs'],
});
notePackages('.', 'dist/packages.json', Object.keys(metafile.inputs));
// What is put into a container to read there has but one package beside it.
await build({
  ...COMMON,
  entryPoints: ['server/reader/stdio.ts', ...BESIDE],
  outdir: 'dist/reader',
  external: ['koffi'],
});
