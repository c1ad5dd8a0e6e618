/* How nft(8) names what linux/netfilter.h and its like number. */

/** In the order in which they are told. */
export const NFT_FAMILIES: readonly (readonly [name: string, number: number])[] = [
  ['ip', 2],
  ['ip6', 10],
  ['inet', 1],
  ['bridge', 7],
  ['arp', 3],
  ['netdev', 5],
];

/** In the order in which a packet comes by. */
const IP_HOOKS = ['prerouting', 'input', 'forward', 'output', 'postrouting', 'ingress'];
const HOOKS: Readonly<Record<string, readonly string[]>> = {
  ip: IP_HOOKS,
  ip6: IP_HOOKS,
  inet: IP_HOOKS,
  bridge: IP_HOOKS,
  arp: ['input', 'output', 'forward'],
  netdev: ['ingress', 'egress'],
};

/** The number of one unknown here. */
export function familyName(number: number): string {
  return NFT_FAMILIES.find(([, each]) => each === number)?.[0] ?? String(number);
}

/** The number of one unknown here. */
export function hookName(family: string, number: number): string {
  return HOOKS[family]?.[number] ?? String(number);
}
