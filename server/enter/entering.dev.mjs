import { runFromSource } from '../from-source.mjs';

await runFromSource(new URL('./entering.ts', import.meta.url));
