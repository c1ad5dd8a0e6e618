import * as z from 'zod/mini';
import { namespaceIdSchema } from '../model/namespace-id-schema';

/** What a hop, or a change that would help, tells. The sentences are in lib/i18n. */
const SAID = [
  // on the way
  ...['sends', 'wire', 'bridge', 'arrives', 'forwards', 'redirected', 'masked', 'listens'],
  ...['proxy', 'leaves', 'comes', 'answers', 'accepted'],
  // why it does not get on
  ...[
    'no-device',
    'no-address',
    'no-route',
    'refused-route',
    'device-down',
    'nobody-has',
    'dropped',
  ],
  ...['dropped-by-policy', 'rejected', 'not-forwarding', 'isolated', 'port-blocks', 'rp-filter'],
  ...['nobody-listens', 'not-published', 'elsewhere'],
  // why it is not known
  ...['unread', 'rule', 'route-rule', 'several-ways', 'several-have', 'unseen-end', 'older'],
  ...['vlan', 'program', 'neighbours', 'own-address', 'too-long', 'too-many'],
] as const;

/** What would have to be another way, so that it gets there. */
const CHANGES = [
  ...['join-network', 'publish', 'listen', 'allow', 'enable-forwarding'],
  ...['enable-device'],
] as const;

const fields = {
  device: z.optional(z.string()),
  address: z.optional(z.string()),
  port: z.optional(z.int()),
  /** A chain, or the rule of it that has this number: `ip filter FORWARD`, the third. */
  chain: z.optional(z.string()),
  rule: z.optional(z.int()),
  /** What of it is not understood; or what could not be read. */
  what: z.optional(z.string()),
  why: z.optional(z.string()),
};

export const saidSchema = z.object({ code: z.enum(SAID), ...fields });
export type Said = z.infer<typeof saidSchema>;

export const changeSchema = z.object({ code: z.enum(CHANGES), ...fields });
export type Change = z.infer<typeof changeSchema>;

export const hopSchema = z.object({
  /** The network; null: outside of the machine. */
  where: z.nullable(namespaceIdSchema),
  /** On the way of the answer. */
  back: z.boolean(),
  says: saidSchema,
});
export type Hop = z.infer<typeof hopSchema>;

/** It does not get on. */
export class Lost extends Error {
  constructor(readonly says: Said) {
    super(says.code);
  }
}

/** It cannot be told whether it gets on. */
export class Unknown extends Error {
  constructor(readonly says: Said) {
    super(says.code);
  }
}
