import { Part } from '../parts/part';
import { withAllMessages } from '../store/messages';

/** What tells the facts of what is selected. */
export const ABOUT = new Part(
  withAllMessages(async () => (await import('./about-selection')).AboutSelection),
);
