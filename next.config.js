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
  // `npm test` checks types and lint on their own, with the rules of the whole tree.
  typescript: { tsconfigPath: '../tsconfig.json', ignoreBuildErrors: true },
};

export default nextConfig;
