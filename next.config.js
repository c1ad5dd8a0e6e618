/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // `npm run dev` prints this address; Next knows only `localhost` by itself.
  allowedDevOrigins: ['127.0.0.1'],
  // `npm test` checks types and lint on their own, with the rules of the whole tree.
  typescript: { ignoreBuildErrors: true },
};

export default nextConfig;
