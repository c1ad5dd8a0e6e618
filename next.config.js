import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { notePackages } from './server/bundled.mjs';

/**
 * The page speaks websocket alone (components/store/connection.ts), which has frames for bytes: engine.io's other
 * ways, and bytes as text for them, stay out of it.
 */
function withoutOtherTransports(config) {
  const client = import.meta.resolve('engine.io-client/package.json');
  // The one that the client uses, wherever it was installed.
  const parser = pathToFileURL(createRequire(client).resolve('engine.io-parser'));
  for (const file of [
    new URL('build/esm/transports/polling-fetch.js', client),
    new URL('build/esm/transports/polling-xhr.js', client),
    new URL('build/esm/transports/webtransport.js', client),
    new URL('../esm/contrib/base64-arraybuffer.js', parser),
  ]) {
    config.resolve.alias[fileURLToPath(file)] = false;
  }
  return config;
}

/** What Next brings for browsers of years ago: all that can sort into a new array, as the page does, have what is used of it. */
function withoutOldBrowsers(config) {
  const polyfill = import.meta.resolve('next/dist/build/polyfills/polyfill-module.js');
  config.resolve.alias[fileURLToPath(polyfill)] = false;
  return config;
}

/** Stylesheets by their names: no two files may have the same. */
const stylesheets = new Map();

/** `sharing_node`: a hash in each name, as Next has it, cannot be packed, and would be in saved pictures. */
function plainName({ resourcePath }, _pattern, name) {
  const sheet = basename(resourcePath, '.module.css');
  if ((stylesheets.get(sheet) ?? resourcePath) !== resourcePath) {
    throw new Error(`two stylesheets are called ${sheet}.module.css: rename one`);
  }
  stylesheets.set(sheet, resourcePath);
  return `${sheet}_${name}`;
}

function withPlainClassNames(rules) {
  for (const rule of rules) {
    withPlainClassNames(rule.oneOf ?? []);
    for (const { options } of [rule.use ?? []].flat()) {
      if (options?.modules?.getLocalIdent !== undefined) options.modules.getLocalIdent = plainName;
    }
  }
}

/** Writes down of which packages the page was made, for the notice that they ask for. */
const notedPackages = {
  apply: ({ hooks }) => {
    hooks.done.tap('noted-packages', ({ compilation }) => {
      const files = [...compilation.fileDependencies].filter((file) => /\.[cm]?js$/.test(file));
      notePackages(import.meta.dirname, '.next/packages.json', files);
    });
  },
};

/**
 * Next's project is `app/`, for its Pages Router wants a folder `pages` (decision 11): paths here
 * begin there. Next finds this file one level up, as it does `postcss.config.mjs`.
 * @type {import('next').NextConfig}
 */
const nextConfig = {
  distDir: '../.next',
  // The page is made of `components` and `lib`, beside `app`.
  experimental: {
    externalDir: true,
    // It tells paths of the App Router from those of the Pages Router: there is one page, of the latter.
    clientRouterFilter: false,
  },
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // `npm run dev` prints this address; Next knows only `localhost` by itself.
  allowedDevOrigins: ['127.0.0.1'],
  webpack: (config, { dev, isServer }) => {
    if (!dev && !isServer) config.plugins.push(notedPackages);
    withPlainClassNames(config.module.rules);
    // The first load brings the names of all scripts, and nothing packs a hash.
    config.output.hashDigestLength = 8;
    return withoutOldBrowsers(withoutOtherTransports(config));
  },
  // `npm test` checks types and lint on their own, with the rules of the whole tree.
  typescript: { tsconfigPath: '../tsconfig.json', ignoreBuildErrors: true },
};

export default nextConfig;
