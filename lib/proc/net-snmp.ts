/*
 * /proc/PID/net/snmp, snmp_seq_show of net/ipv4/proc.c: for each protocol a line of names and one of
 * values; RFC 1213 has ipForwarding 1 for a gateway, 2 for none.
 * Ip: Forwarding DefaultTTL InReceives
 * Ip: 2 64 1938990
 */
import { ProcParseError } from './parse-error';

/** Does this network send on what is for others, by IPv4? */
export function parseForwarding(text: string): boolean {
  const [names = [], values = []] = text
    .split('\n')
    .filter((line) => line.startsWith('Ip: '))
    .map((line) => line.split(' '));
  const value = values[names.indexOf('Forwarding')];
  if (value !== '1' && value !== '2') throw new ProcParseError('net/snmp', 'Ip Forwarding');
  return value === '1';
}
