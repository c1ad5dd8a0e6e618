/*
 * /proc/PID/net/igmp, igmp_mc_seq_show of net/ipv4/igmp.c: each device with its number, then the groups
 * that it is in. Devices without IPv4 are not there.
 * 4	eth0      :     1      V3
 * 				010000E0     1 0:00000000		0
 */

/** @returns the numbers of devices by their names */
export function parseIgmp(text: string): ReadonlyMap<string, number> {
  return new Map(
    Array.from(text.matchAll(/^(\d+)\t([^\s:]+) *: +\d/gm), ([, index = '', name = '']) => [
      name,
      Number(index),
    ]),
  );
}
