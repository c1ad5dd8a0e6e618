import { runFromSource } from '../from-source.mjs';

await runFromSource(new URL('./helper-program.ts', import.meta.url));
