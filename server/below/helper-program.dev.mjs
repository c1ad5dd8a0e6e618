/* helper-program.ts from source, which node alone does not understand. */
import { register } from 'tsx/esm/api';

register();
await import('./helper-program');
