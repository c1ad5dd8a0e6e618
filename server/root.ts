import { fileURLToPath } from 'node:url';

/** The project's folder. This file is server/root.ts in development, and part of dist/*.js built. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
