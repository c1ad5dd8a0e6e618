import {
  DiscardPolicy,
  JetStreamApiError,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
  type JetStreamManager,
  type StreamUpdateConfig,
} from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import { fleetHostSchema } from '@lib/fleet/host-name';
import { BUCKET_STREAM, SUMMARY_LASTS, summarySubject } from '@lib/fleet/subjects';
import type { HostId } from '@lib/model/host';
import { LineError } from './line';

/** Bytes of all summaries: twice those of a thousand machines. */
const MOST_BYTES = 2 * 1024 * 1024;
/** Bytes of one with what NATS needs besides; a larger one is not taken. */
const MOST_SUMMARY = 4 * 1024;

/**
 * The one bucket: of each machine its last summary. What would make it in the usual way (`nats kv add`) lets a machine
 * reach those of others:
 * - An acknowledgement is sent by the server itself to wherever who publishes wants it, so one that is wanted at another's
 *   key is written there, and one that is wanted at the API purges the bucket. This bucket sends none.
 * - A header says that all that came before is to be removed (rollup). This bucket does not take it.
 */
const BUCKET_CONFIG = {
  subjects: [summarySubject('*')],
  retention: RetentionPolicy.Limits,
  storage: StorageType.File,
  max_msgs_per_subject: 1,
  max_age: nanos(SUMMARY_LASTS),
  max_bytes: MOST_BYTES,
  max_msg_size: MOST_SUMMARY,
  discard: DiscardPolicy.Old,
  no_ack: true,
  allow_rollup_hdrs: false,
  deny_delete: true,
  deny_purge: true,
  allow_direct: true,
} satisfies Partial<StreamUpdateConfig> & { retention: RetentionPolicy; storage: StorageType };

/** NATS's number for a stream of that name that is another one. */
const OTHER_CONFIG = 10058;

/** How many summaries are asked for at a time. */
const AT_ONCE = 100;

/** The bucket, for who has a hub's credential. */
export class Bucket {
  private constructor(private readonly manager: JetStreamManager) {}

  /** Makes it where there is none. @throws LineError where another one is there that keeps no machines apart, or the server's error where it keeps nothing */
  static async open(line: NatsConnection): Promise<Bucket> {
    // What is asked about the account else, no credential may ask.
    const manager = await jetstreamManager(line, { checkAPI: false });
    try {
      await manager.streams.add({ name: BUCKET_STREAM, ...BUCKET_CONFIG });
    } catch (error) {
      if (!(error instanceof JetStreamApiError) || error.code !== OTHER_CONFIG) throw error;
      // One of another version of nsview may have other limits.
      const { config } = await manager.streams.info(BUCKET_STREAM);
      if (config.no_ack !== true || config.allow_rollup_hdrs) {
        throw new LineError('bucket', BUCKET_STREAM);
      }
    }
    return new Bucket(manager);
  }

  /**
   * What was put in within the last minute, as it came: nobody has looked at it yet.
   *
   * @returns by machine, with the time by the server's clock
   */
  async summaries(): Promise<Map<HostId, { bytes: Uint8Array; at: Date }>> {
    const prefix = summarySubject('');
    const filter = { subjects_filter: summarySubject('*') };
    const { state } = await this.manager.streams.info(BUCKET_STREAM, filter);
    const hosts = Object.keys(state.subjects ?? {})
      .map((subject) => subject.slice(prefix.length))
      .filter((host) => fleetHostSchema.safeParse(host).success);
    const summaries = new Map<HostId, { bytes: Uint8Array; at: Date }>();
    for (let from = 0; from < hosts.length; from += AT_ONCE) {
      const some = hosts.slice(from, from + AT_ONCE);
      const messages = await Promise.all(some.map((host) => this.lastOf(host)));
      messages.forEach((message, at) => {
        const host = some[at];
        if (message === null || host === undefined) return;
        summaries.set(host, { bytes: message.data, at: message.time });
      });
    }
    return summaries;
  }

  private lastOf(host: HostId) {
    return this.manager.direct.getMessage(BUCKET_STREAM, { last_by_subj: summarySubject(host) });
  }
}
