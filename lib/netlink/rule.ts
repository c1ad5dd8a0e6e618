import { familyOf, numberOf, type Family } from './address-text';
import { attributesIn } from './attributes';
import type { Fields } from './fields';
import { messagesIn, NETLINK_ROUTE, type Question } from './message';
import { prefix } from './route';

/*
 * Rules, which say what table a packet's route is looked for in, ip-rule(8): struct fib_rule_hdr
 * (family, prefix lengths of destination and source, TOS, table, two reserved, action, flags), then the
 * attributes of linux/fib_rules.h.
 */

export interface Rule {
  family: Family;
  /** The lowest is asked first. */
  priority: number;
  /** `all`, `172.17.0.0/16`, or one address. */
  from: string;
  /** Null: to anywhere. */
  to: string | null;
  /** What else has to be so, in the words of ip-rule(8): `iif eth0`; `attribute 42` is unknown here. */
  conditions: string[];
  /** `lookup`, `goto`, `nop`, `blackhole`, `unreachable`, `prohibit`; the number of one unknown here. */
  action: string;
  /** Where it is looked up; null: nowhere. */
  table: number | null;
}

const RTM_NEWRULE = 32;
const RTM_GETRULE = 34;
const FIB_RULE_HDR = 12;
const FIB_RULE_INVERT = 2;

const FRA_DST = 1;
const FRA_SRC = 2;
const FRA_PRIORITY = 6;
const FRA_FWMARK = 10;
const FRA_SUPPRESS_PREFIXLEN = 14;
const FRA_TABLE = 15;
const FRA_FWMASK = 16;
const FRA_PAD = 18;
const FRA_PROTOCOL = 21;

/** These are told by fields of their own, or tell nothing of what a rule does. */
const NO_CONDITIONS = [
  FRA_DST,
  FRA_SRC,
  FRA_PRIORITY,
  FRA_TABLE,
  FRA_FWMASK,
  FRA_PAD,
  FRA_PROTOCOL,
];

const ACTIONS = new Map([
  [1, 'lookup'],
  [2, 'goto'],
  [3, 'nop'],
  [6, 'blackhole'],
  [7, 'unreachable'],
  [8, 'prohibit'],
]);

/** What is written where nothing is suppressed. */
const NONE = 0xffffffff;

function rangeText(fields: Fields): string {
  const [from, to] = [fields.u16(0), fields.u16(2)];
  return from === to ? String(from) : `${String(from)}-${String(to)}`;
}

/** IPPROTO_… of netinet/in.h that a rule is likely to name. */
const TRANSPORTS = new Map([
  [1, 'icmp'],
  [6, 'tcp'],
  [17, 'udp'],
  [58, 'ipv6-icmp'],
]);

const WORDS = new Map<number, (fields: Fields) => string | null>([
  [3, (fields) => `iif ${fields.text()}`],
  [4, (fields) => `goto ${String(fields.u32(0))}`],
  [13, (fields) => unlessNone('suppress_ifgroup', fields)],
  [FRA_SUPPRESS_PREFIXLEN, (fields) => unlessNone('suppress_prefixlength', fields)],
  [17, (fields) => `oif ${fields.text()}`],
  [19, (fields) => (fields.u8(0) === 0 ? null : 'l3mdev')],
  [20, (fields) => `uidrange ${String(fields.u32(0))}-${String(fields.u32(4))}`],
  [22, (fields) => `ipproto ${TRANSPORTS.get(fields.u8(0)) ?? String(fields.u8(0))}`],
  [23, (fields) => `sport ${rangeText(fields)}`],
  [24, (fields) => `dport ${rangeText(fields)}`],
  [28, (fields) => unlessWhole('sport', fields)],
  [29, (fields) => unlessWhole('dport', fields)],
]);

export function allRules(family: Family): Question {
  const body = new Uint8Array(FIB_RULE_HDR);
  body[0] = numberOf(family);
  return { protocol: NETLINK_ROUTE, type: RTM_GETRULE, dump: true, body };
}

/** @throws NetlinkParseError */
export function rulesIn(bytes: Uint8Array, family: Family): Rule[] {
  return messagesIn(bytes).flatMap(({ type, body }) => {
    if (type !== RTM_NEWRULE || familyOf(body.u8(0)) !== family) return [];
    const told = attributesIn(body, FIB_RULE_HDR);
    const action = body.u8(7);
    return [
      {
        family,
        priority: told.get(FRA_PRIORITY)?.u32(0) ?? 0,
        from: prefix(told.get(FRA_SRC), body.u8(2), family) ?? 'all',
        to: prefix(told.get(FRA_DST), body.u8(1), family),
        conditions: conditionsOf(body, told),
        action: ACTIONS.get(action) ?? String(action),
        table: action === 1 ? (told.get(FRA_TABLE)?.u32(0) ?? body.u8(4)) : null,
      },
    ];
  });
}

function conditionsOf(body: Fields, told: ReadonlyMap<number, Fields>): string[] {
  const tos = body.u8(3);
  const words = [...told]
    .filter(([type]) => !NO_CONDITIONS.includes(type))
    .sort(([a], [b]) => a - b)
    .map(([type, fields]) => {
      if (type === FRA_FWMARK) return markText(fields, told.get(FRA_FWMASK));
      const word = WORDS.get(type);
      return word === undefined ? `attribute ${String(type)}` : word(fields);
    });
  return [
    (body.u32(8) & FIB_RULE_INVERT) === 0 ? null : 'not',
    tos === 0 ? null : `tos 0x${tos.toString(16)}`,
    ...words,
  ].filter((word) => word !== null);
}

function markText(mark: Fields, mask: Fields | undefined): string {
  const hex = (fields: Fields) => `0x${fields.u32(0).toString(16)}`;
  const whole = mask === undefined || mask.u32(0) === NONE;
  return `fwmark ${hex(mark)}${whole ? '' : `/${hex(mask)}`}`;
}

function unlessNone(word: string, fields: Fields): string | null {
  const number = fields.u32(0);
  return number === NONE ? null : `${word} ${String(number)}`;
}

/** Of which bits of a port it goes by: since Linux 6.15 it is told even where it is all of them. */
function unlessWhole(port: string, fields: Fields): string | null {
  const mask = fields.u16(0);
  return mask === 0xffff ? null : `${port} mask 0x${mask.toString(16)}`;
}
