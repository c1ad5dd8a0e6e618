import { fileURLToPath } from 'node:url';

/** The page speaks websocket alone (components/store/connection.ts): engine.io's other ways stay out of it. */
function withoutOtherTransports(config) {
  const client = import.meta.resolve('engine.io-client/package.json');
  for (const name of ['polling-xhr', 'webtransport']) {
    const file = new URL(`build/esm/transports/${name}.js`, client);
    config.resolve.alias[fileURLToPath(file)] = false;
  }
  return config;
}

/**
 * Next's project is `app/`, for its Pages Router wants a folder `pages` (decision 11): paths here
 * begin there. Next finds this file one level up, as it does `postcss.config.mjs`.
 * @type {import('next').NextConfig}
 */
const nextConfig = {
  distDir: '../.next',
  // The page is made of `components` and `lib`, beside `app`.
  experimental: { externalDir: true },
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // `npm run dev` prints this address; Next knows only `localhost` by itself.
  allowedDevOrigins: ['127.0.0.1'],
  webpack: withoutOtherTransports,
  // `npm test` checks types and lint on their own, with the rules of the whole tree.
  typescript: { tsconfigPath: '../tsconfig.json', ignoreBuildErrors: true },
};

export default nextConfig;
