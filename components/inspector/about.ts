import { Part } from '../parts/part';

/** What tells the facts of what is selected. */
export const ABOUT = new Part(async () => (await import('./about-selection')).AboutSelection);
