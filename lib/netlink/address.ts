import { addressIn, familyOf } from './address-text';
import { attributesIn } from './attributes';
import { messagesIn, NETLINK_ROUTE, type Question } from './message';

/*
 * Addresses, rtnetlink(7): struct ifaddrmsg (family, length of the prefix, flags, scope, index), then
 * the attributes of linux/if_addr.h.
 */

export interface DeviceAddress {
  /** Of the device that has it. */
  index: number;
  family: 4 | 6;
  /** `172.17.0.2/16`. */
  address: string;
}

const RTM_NEWADDR = 20;
const RTM_GETADDR = 22;
const IFADDRMSG = 8;
const IFA_ADDRESS = 1;
const IFA_LOCAL = 2;

/** Of both families. */
export const ALL_ADDRESSES: Question = {
  protocol: NETLINK_ROUTE,
  type: RTM_GETADDR,
  dump: true,
  body: new Uint8Array(IFADDRMSG),
};

/**
 * In the kernel's order, the first of a device before the others.
 *
 * @throws NetlinkParseError
 */
export function addressesIn(bytes: Uint8Array): DeviceAddress[] {
  return messagesIn(bytes).flatMap(({ type, body }) => {
    const family = type === RTM_NEWADDR ? familyOf(body.u8(0)) : null;
    if (family === null) return [];
    const told = attributesIn(body, IFADDRMSG);
    // Where there is an other end, IFA_ADDRESS is that one's.
    const own = told.get(IFA_LOCAL) ?? told.get(IFA_ADDRESS);
    if (own === undefined) return [];
    const address = `${addressIn(own, family)}/${String(body.u8(1))}`;
    return [{ index: body.u32(4), family, address }];
  });
}
