import type { Change, Said } from '../../reach/said';

type Says = (said: Omit<Said, 'code'>) => string;

const at = ({ address, port }: Pick<Said, 'address' | 'port'>, otherwise: string) => {
  if (address === undefined) return port === undefined ? otherwise : `${otherwise}, port ${port}`;
  if (port === undefined) return address;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
};
const rule = ({ chain, rule }: Pick<Said, 'chain' | 'rule'>) =>
  rule === undefined ? `the policy of ${chain ?? '?'}` : `rule ${rule} of ${chain ?? '?'}`;
const by = (said: Pick<Said, 'chain' | 'rule'>) =>
  said.chain === undefined ? '' : ` (${rule(said)})`;

/** What of a network is read, in words; else it is the network's own name. */
const parts = new Map([
  ['links', 'its devices'],
  ['devices', 'its devices'],
  ['addresses', 'its addresses'],
  ['qdiscs', 'what queues packets at its devices'],
  ['routes4', 'its IPv4 routes'],
  ['routes6', 'its IPv6 routes'],
  ['rules4', 'its IPv4 routing rules'],
  ['rules6', 'its IPv6 routing rules'],
  ['conf4', 'its IPv4 settings'],
  ['conf6', 'its IPv6 settings'],
  ['tables', 'the tables of its firewall'],
  ['chains', 'the chains of its firewall'],
  ['nftRules', 'the rules of its firewall'],
  ['bridges4', 'whether its bridges ask the firewall'],
  ['bridges6', 'whether its bridges ask the firewall'],
  ['older4', 'whether the older iptables has rules'],
  ['older6', 'whether the older iptables has rules'],
  ['listening', 'who listens in it'],
  ['ports', 'which ports are published'],
  ['processes', 'what a program was told that listens there'],
]);
/** Why it could not be; other than these as the system names it. */
const reasons = new Map([
  ['ENODATA', 'it is not told'],
  ['EBADMSG', 'it is not understood'],
  ['EINTR', 'it changed meanwhile'],
  ['EACCES', 'who reads may not'],
  ['EPERM', 'who reads may not'],
  ['ESRCH', 'no process is in it'],
]);

const says: Record<Said['code'], Says> = {
  sends: ({ device, ...to }) =>
    `sends to ${at(to, 'outside')}${device === undefined ? ', itself' : ` by ${device}`}`,
  answers: ({ device, ...to }) =>
    `answers to ${at(to, 'outside')}${device === undefined ? ', itself' : ` by ${device}`}`,
  wire: ({ device, what }) =>
    `gets it by ${device}${what === undefined ? '' : `, the other end of ${what}`}`,
  bridge: (said) => `${said.device} passes it from port to port${by(said)}`,
  arrives: ({ device, ...to }) => `takes it in by ${device}, for ${at(to, 'itself')}`,
  forwards: (said) => `sends it on by ${said.device}${by(said)}`,
  redirected: (said) => `sends it to ${at(said, '?')} instead: ${rule(said)}`,
  masked: (said) => `lets it come from ${at(said, '?')}: ${rule(said)}`,
  listens: ({ what, ...to }) => `${what || 'somebody'} listens at ${at(to, '?')}`,
  proxy: (to) => `docker-proxy takes the connection, and makes one of its own to ${at(to, '?')}`,
  leaves: ({ device, address }) =>
    `leaves the machine by ${device}${address === undefined ? '' : ` as ${address}`}; what is beyond is not looked at`,
  comes: ({ device, ...to }) => `comes from outside by ${device}, to ${at(to, '?')}`,
  accepted: () => 'gets the answer',

  'no-device': () => 'has no device for it',
  'no-address': () => 'there is no address that it could be sent to, or from',
  'no-route': () => 'has no route to there',
  'refused-route': ({ what }) => `its routes refuse it: ${what}`,
  'device-down': ({ device }) => `${device} is down`,
  'nobody-has': ({ address, device }) => `nobody at ${device} has the address ${address}`,
  dropped: (said) => `${rule(said)} drops it`,
  'dropped-by-policy': (said) => `${rule(said)} drops it, since no rule lets it pass`,
  rejected: (said) => `refuses it: ${rule(said)}`,
  'not-forwarding': () => 'does not send on what is for others (forwarding is off)',
  isolated: ({ device, what }) => `${what} keeps ${device} apart from its other ports`,
  'port-blocks': ({ device, what }) => `${what} has blocked its port ${device}`,
  'rp-filter': ({ device }) =>
    `drops it: it would not answer to there by ${device} (reverse path filter)`,
  'nobody-listens': (to) => `nobody listens at ${at(to, '?')}`,
  'not-published': ({ port }) =>
    port === undefined ? 'none of its ports is published' : `its port ${port} is not published`,
  elsewhere: (to) => `it ends somewhere else: ${at(to, to.device ?? '?')}`,

  unread: ({ what = '?', why = '?' }) =>
    `${parts.get(what) ?? what} could not be read: ${reasons.get(why) ?? why}`,
  rule: (said) => `${rule(said)} goes by what cannot be told here: ${said.what}`,
  'route-rule': ({ rule: number, what }) =>
    number === undefined
      ? `what becomes of it is not worked out: ${what}`
      : `its routing rule ${number} is not understood: ${what}`,
  'several-ways': ({ address }) => `there are several ways to ${address}`,
  'several-have': ({ address }) => `more than one has the address ${address}`,
  'unseen-end': ({ device }) => `${device} leads to where nobody is seen`,
  older: ({ what }) => `the older iptables keeps rules for ${what}, which are not read`,
  vlan: ({ device }) => `${device} goes by virtual networks, which is not worked out`,
  program: ({ device, what }) =>
    `at ${device} a program decides (${what}), which cannot be looked into`,
  neighbours: () => 'its firewall may keep it from asking whose an IPv6 address is',
  'own-address': ({ address }) =>
    `it leaves as ${address}, and whether outside knows the way back cannot be seen here`,
  'too-long': () => 'the way has no end',
  'too-many': () => 'there are too many possibilities',
};

const changes: Record<Change['code'], (change: Omit<Change, 'code'>) => string> = {
  'join-network': () => 'put both into one network of the engine',
  publish: ({ port }) =>
    port === undefined ? 'publish a port of it' : `publish its port ${port} (-p ${port})`,
  listen: ({ port }) =>
    port === undefined
      ? 'let a program listen there, at every address'
      : `let a program listen at port ${port} there, at every address`,
  allow: (change) => `let ${rule(change)} let it pass`,
  'enable-forwarding': () => 'turn on forwarding there (net.ipv4.ip_forward)',
  'enable-device': ({ device }) => `set ${device} up`,
};

/** Whether one gets through to another, and by what way. */
export const reach = {
  heading: 'Who reaches whom',
  question: (from: string, to: string) => `Can ${from} reach ${to}?`,
  asked: 'Being worked out…',
  verdict: { yes: 'yes', no: 'no', unknown: 'unknown' },
  summary: (verdict: 'yes' | 'no' | 'unknown', from: string, to: string, where: string): string => {
    switch (verdict) {
      case 'yes':
        return `${from} reaches ${to} at ${where}.`;
      case 'no':
        return `${from} does not reach ${to} at ${where}.`;
      case 'unknown':
        return `Whether ${from} reaches ${to} at ${where} cannot be told.`;
    }
  },
  where: (protocol: string, port: number | null) =>
    port === null ? `any ${protocol} port` : `${protocol} port ${port}`,
  hop: (where: string, what: string) => `${where}: ${what}`,
  host: 'the host',
  outside: 'outside',
  otherNetwork: 'another network',
  way: 'the way there',
  back: 'the way of the answer',
  protocol: 'protocol',
  port: 'port',
  anyPort: 'any',
  /** Of a single container. */
  around: 'Outside and the host',
  aroundLead: 'Whether it is reached from outside and from the host, and reaches them.',
  workOut: 'Work it out',
  fold: 'Fold away',
  itsPorts: 'its ports:',
  noPort: (text: string): string => `${text} is no port: a number from 1 to 65535 is expected.`,
  noPacket: 'Worked out from addresses, routes and rules as they are now; nothing is sent.',
  changes: (list: readonly string[]) => `What would change it: ${list.join('; ')}.`,
  says: ({ code, ...said }: Said): string => says[code](said),
  change: ({ code, ...change }: Change): string => changes[code](change),
};
