import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The project's folder. This file is server/root.ts in development, and part of dist/*.js built. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The version of nsview, as its package says. */
export function ownVersion(): string {
  const text = readFileSync(join(ROOT, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
