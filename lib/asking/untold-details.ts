import type { DetailReader } from './detail-reader';
import { NotInRecording } from './handler';

const unread = () => Promise.reject(new NotInRecording());

/** Of no detail anything is told: a test says what of it is. */
export const untoldDetails: DetailReader = {
  ...{ inside: unread, passage: unread, privileges: unread, config: unread },
  ...{ use: unread, samples: unread, limits: unread },
  ...{ images: unread, written: unread, writtenLately: unread },
  writableLimit: () => ({ value: null, reason: 'not-in-recording' }),
};
