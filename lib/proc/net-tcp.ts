/*
 * /proc/net/tcp and tcp6, proc_pid_net(5), get_tcp4_sock of net/ipv4/tcp_ipv4.c:
 *   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
 *    3: 0100007F:869B 0100007F:0BB8 01 00000000:00000000 00:00000000 00000000  1000        0 17400 1 00000000064bd8c4 20 4 30 10 -1
 */
import { ProcParseError } from './parse-error';

export interface TcpEnd {
  /** 32 hexadecimal digits in network order, as `addressDigits` has them. */
  address: string;
  port: number;
}

export interface TcpSocket {
  /** TCP_ESTABLISHED… of include/net/tcp_states.h. */
  state: number;
  /** Of the account that made the socket; 0 as well where no program has it open any more. */
  uid: number;
}

/** Both ends are connected, and a program has the socket open: the one state in which `uid` is true. */
export const ESTABLISHED = 1;

const HEADING = /^ +sl +local_address +rem(?:ote)?_address +st /;
const END = '((?:[\\dA-F]{8}){1,4}):([\\dA-F]{4})';
const ROW = new RegExp(
  `^ *\\d+: ${END} ${END} ([\\dA-F]{2}) [\\dA-F]{8,}:[\\dA-F]{8,} [\\dA-F]{2}:[\\dA-F]{8,} [\\dA-F]{8} +(\\d{1,10}) `,
);

/**
 * The socket with these ends among those of one network namespace; null where there is none.
 *
 * @param lines of the file, its heading first. What is behind the socket is not asked for; a line that
 *   has not its port is passed over as it is, for the table may be long, and it is waited for.
 * @param littleEndian the machine is: the kernel prints each four bytes of an address as one number
 */
export function findSocket(
  lines: Iterable<string>,
  local: TcpEnd,
  remote: TcpEnd,
  littleEndian: boolean,
): TcpSocket | null {
  let headed = false;
  const port = `:${local.port.toString(16).toUpperCase().padStart(4, '0')} `;
  for (const line of lines) {
    if (!headed) {
      if (!HEADING.test(line)) break;
      headed = true;
    } else if (line.includes(port)) {
      const [, ...fields] = ROW.exec(line) ?? [];
      const [at = '', atPort = '', to = '', toPort = '', state = '', uid] = fields;
      if (uid === undefined) throw new ProcParseError('net/tcp', 'a socket');
      const is = (end: TcpEnd, address: string, number: string) =>
        end.port === parseInt(number, 16) && end.address === inNetworkOrder(address, littleEndian);
      if (is(local, at, atPort) && is(remote, to, toPort)) {
        return { state: parseInt(state, 16), uid: Number(uid) };
      }
    }
  }
  if (!headed) throw new ProcParseError('net/tcp', 'its heading');
  return null;
}

/** `0100007F` → `…ffff7f000001`. */
export function inNetworkOrder(address: string, littleEndian: boolean): string {
  const words = address.toLowerCase().match(/.{8}/g) ?? [];
  const turned = words.map((word) =>
    littleEndian ? (word.match(/../g) ?? []).reverse().join('') : word,
  );
  return turned.join('').padStart(32, '00000000000000000000ffff');
}
