/*
 * /etc/resolv.conf, resolv.conf(5): whom programs ask for the addresses of names
 * nameserver 127.0.0.11
 */

export interface ResolvConf {
  /** Addresses, in the order in which they are asked; none: the same machine is. */
  nameservers: string[];
  /** What is put after a short name, in turn. */
  search: string[];
  /** `ndots:0`, `edns0`… */
  options: string[];
}

const COMMENT = /^[#;]/;
const KEYWORD = /^(nameserver|search|domain|options)[ \t]+(.*)$/s;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const IPV6 = /^[0-9a-f:]*:[0-9a-f:.]*(?:%[\w.-]+)?$/i;

/** Of several lines of `search` or `domain` the last counts; what is no address is no nameserver. */
export function parseResolvConf(text: string): ResolvConf {
  const conf: ResolvConf = { nameservers: [], search: [], options: [] };
  for (const line of text.split('\n')) {
    const [, keyword, rest = ''] = COMMENT.test(line) ? [] : (KEYWORD.exec(line) ?? []);
    const words = rest.split(/[ \t\r]+/).filter((word) => word !== '');
    const [address = ''] = words;
    if (keyword === 'options') conf.options.push(...words);
    else if (keyword === 'search') conf.search = words;
    else if (keyword === 'domain') conf.search = words.slice(0, 1);
    else if (keyword === 'nameserver' && (IPV4.test(address) || IPV6.test(address))) {
      conf.nameservers.push(address);
    }
  }
  return conf;
}
