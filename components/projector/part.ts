import { Part } from '../parts/part';
import { withAllMessages } from '../store/messages';

/** Projector mode, and what leads to it. */
export const PROJECTOR = new Part(withAllMessages(() => import('./projector')));
