import { runFromSource } from '../from-source.mjs';

await runFromSource(new URL('./worker.ts', import.meta.url));
