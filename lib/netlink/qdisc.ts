import { attributesIn } from './attributes';
import { messagesIn, NETLINK_ROUTE, type Question } from './message';

/*
 * What queues packets at devices, rtnetlink(7): struct tcmsg (family, index, handle, parent, info), then
 * attributes.
 */

export interface Qdisc {
  /** Of the device. */
  index: number;
  /** `noqueue`, `fq_codel`…; `ingress` and `clsact` are where programs and filters of tc(8) hang. */
  kind: string;
}

const RTM_NEWQDISC = 36;
const RTM_GETQDISC = 38;
const TCMSG = 20;
const TCA_KIND = 1;

export const ALL_QDISCS: Question = {
  protocol: NETLINK_ROUTE,
  type: RTM_GETQDISC,
  dump: true,
  body: new Uint8Array(TCMSG),
};

/** @throws NetlinkParseError */
export function qdiscsIn(bytes: Uint8Array): Qdisc[] {
  return messagesIn(bytes)
    .filter(({ type }) => type === RTM_NEWQDISC)
    .map(({ body }) => ({
      index: body.s32(4),
      kind: attributesIn(body, TCMSG).get(TCA_KIND)?.text() ?? '',
    }));
}
