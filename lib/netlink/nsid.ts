import { attribute, attributesIn } from './attributes';
import { bytesOfU32 } from './fields';
import { messagesIn, NETLINK_ROUTE, type Question } from './message';

/*
 * The numbers that one network namespace has for others, linux/net_namespace.h: struct rtgenmsg
 * (family), then attributes. To ask for one makes none.
 */

const RTM_NEWNSID = 88;
const RTM_GETNSID = 90;
const RTGENMSG = 4;
const NETNSA_NSID = 1;
const NETNSA_PID = 2;

/** @param pid a process of the other */
export function nsidQuestion(pid: number): Question {
  const other = attribute(NETNSA_PID, bytesOfU32(pid));
  const body = new Uint8Array(RTGENMSG + other.length);
  body.set(other, RTGENMSG);
  return { protocol: NETLINK_ROUTE, type: RTM_GETNSID, dump: false, body };
}

/**
 * @returns null where it has no number for that one
 * @throws NetlinkParseError
 */
export function nsidIn(bytes: Uint8Array): number | null {
  const message = messagesIn(bytes).find(({ type }) => type === RTM_NEWNSID);
  if (message === undefined) return null;
  const id = attributesIn(message.body, RTGENMSG).get(NETNSA_NSID)?.s32(0) ?? -1;
  return id < 0 ? null : id;
}
