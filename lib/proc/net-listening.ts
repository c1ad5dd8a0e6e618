/*
 * /proc/PID/net/tcp, tcp6, udp, udp6: as in net-tcp.ts; those that wait for whoever calls.
 *    0: 00000000:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 6575686 1
 */
import { addressText } from './ip-address';
import { inNetworkOrder } from './net-tcp';
import { ProcParseError } from './parse-error';

export interface WaitingSocket {
  address: string;
  port: number;
  inode: string;
}

/** TCP_LISTEN; and TCP_CLOSE, which is a socket of UDP that is bound and not connected. */
const WAITING = { tcp: '0A', udp: '07' };

const HEADING = /^ +sl +local_address +rem(?:ote)?_address +st /;
const ROW =
  /^ *\d+: ([\dA-F]{8}(?:[\dA-F]{24})?):([\dA-F]{4}) [\dA-F]+:[\dA-F]{4} ([\dA-F]{2}) \S+ \S+ \S+ +\d+ +\d+ (\d+)/;

/** @param littleEndian the machine is: the kernel prints each four bytes of an address as one number */
export function parseListening(
  text: string,
  kind: 'tcp' | 'udp',
  littleEndian: boolean,
): WaitingSocket[] {
  const [heading = '', ...lines] = text.split('\n');
  if (!HEADING.test(heading)) throw new ProcParseError(`net/${kind}`, 'its heading');
  return lines
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [, address = '', port = '', state, inode] = ROW.exec(line) ?? [];
      if (inode === undefined) throw new ProcParseError(`net/${kind}`, 'a socket');
      if (state !== WAITING[kind]) return [];
      const digits = inNetworkOrder(address, littleEndian);
      const bytes = (digits.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
      const own = Uint8Array.from(address.length === 8 ? bytes.slice(12) : bytes);
      return [{ address: addressText(own), port: parseInt(port, 16), inode }];
    });
}
