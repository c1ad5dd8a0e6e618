import { LOCAL_HOST } from '../lib/model/host';
import type { OfHost } from '../lib/protocol/of-host';
import { type Hello } from '../lib/protocol/from-viewer';
import { PROTOCOL_VERSION } from '../lib/protocol/protocol';

/** What a viewer says that has seen nothing yet. */
export const FIRST_HELLO: OfHost<Hello> = {
  host: LOCAL_HOST,
  version: PROTOCOL_VERSION,
  epoch: null,
  lastSeq: null,
  recording: null,
  past: null,
};
