/*
 * /proc/PID/net/if_inet6, if6_seq_show of net/ipv6/addrconf.c: address, index of the device, length of
 * the prefix, scope, flags, all hexadecimal, and the device's name. Without IPv6 there is no such file.
 * fd000000000000000000000000000002 04 40 00 82     eth0
 */
import { addressText } from './ip-address';
import { ProcParseError } from './parse-error';

export interface Inet6Address {
  /** `fd00::2/64`. */
  address: string;
  device: string;
  index: number;
}

export function parseIfInet6(text: string): Inet6Address[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const fields = /^([\da-f]{32}) ([\da-f]+) ([\da-f]{2}) [\da-f]+ [\da-f]+ +([^ ]+)$/.exec(
        line,
      );
      const [, digits = '', index = '', length = '', device] = fields ?? [];
      if (device === undefined) throw new ProcParseError('net/if_inet6', 'an address');
      const bytes = (digits.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
      const address = `${addressText(Uint8Array.from(bytes))}/${String(parseInt(length, 16))}`;
      return { address, device, index: parseInt(index, 16) };
    });
}
