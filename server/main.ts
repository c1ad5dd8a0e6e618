import { runNsview } from './run';

/** In a clone: `npm start` and `npm run dev`. */
await runNsview(async ({ dev }) => (await import('./pages/next-pages')).nextPages(dev));
