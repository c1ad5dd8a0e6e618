import { Part } from '../../parts/part';
import { withAllMessages } from '../../store/messages';

/** Nobody goes back before there is anything to go back to. */
export const TIMELINE_BUTTON = new Part(
  withAllMessages(async () => (await import('./timeline-button')).TimelineButton),
);
