/* worker.ts from source: a thread does not inherit the loader that understands TypeScript. */
import { register } from 'tsx/esm/api';

register();
await import('./worker');
