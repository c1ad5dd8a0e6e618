import type { HostId } from '../model/host';
import { HUB_NAME } from './host-name';
import { askSubject, BUCKET_STREAM, inboxPrefix, liveSubject, summarySubject } from './subjects';

/** What a credential may do; a server refuses all else. */
export interface Permissions {
  publish: readonly string[];
  subscribe: readonly string[];
  /** Where it may answer what it was asked, wherever the answer is wanted: so many messages, for so many seconds. Null: nowhere. */
  responses: { most: number; seconds: number } | null;
}

/** In a template of NATS's: the name in the credential. It has to be a whole token of a subject. */
export const NAME_IN_CREDENTIAL = '{{name()}}';

/** A snapshot too large for one message comes in several; a question is answered in seconds, or not at all. */
const RESPONSES = { most: 64, seconds: 60 };

/** @param host or {@link NAME_IN_CREDENTIAL} */
export function hostPermissions(host: HostId | typeof NAME_IN_CREDENTIAL): Permissions {
  return {
    publish: [summarySubject(host), liveSubject(host)],
    subscribe: [askSubject(host), `${inboxPrefix(host)}.>`],
    responses: RESPONSES,
  };
}

/** Of all hubs: to hear and to ask every machine, and to make and to read the one bucket. */
export function hubPermissions(): Permissions {
  return {
    publish: [
      askSubject('*'),
      `$JS.API.STREAM.CREATE.${BUCKET_STREAM}`,
      `$JS.API.STREAM.INFO.${BUCKET_STREAM}`,
      `$JS.API.DIRECT.GET.${BUCKET_STREAM}.${summarySubject('*')}`,
    ],
    subscribe: [summarySubject('*'), liveSubject('*'), `${inboxPrefix(HUB_NAME)}.>`],
    responses: null,
  };
}
