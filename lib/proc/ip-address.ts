/**
 * An address as Node tells it (`127.0.0.1`, `::1`, `fe80::1%eth0`), as 32 hexadecimal digits in network
 * order; one of IPv4 as IPv6 has it mapped, RFC 4291, section 2.5.5.2. So two texts of one address
 * are equal.
 *
 * @returns null for what is no address
 */
export function addressDigits(text: string): string | null {
  const quad = /(?:^|:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (quad !== null) {
    const bytes = quad.slice(1).map(Number);
    if (bytes.some((byte) => byte > 255)) return null;
    const digits = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const before = text.slice(0, text.lastIndexOf(':') + 1);
    if (before === '') return MAPPED + digits;
    return addressDigits(`${before}${digits.slice(0, 4)}:${digits.slice(4)}`);
  }
  const halves = text.replace(/%.*$/, '').split('::');
  const [first = [], last = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - first.length - last.length;
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return null;
  const groups = [...first, ...Array.from({ length: missing }, () => '0'), ...last];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return null;
  return groups.map((group) => group.toLowerCase().padStart(4, '0')).join('');
}

/** Do these digits stand for an address of IPv4? */
export function isMapped(digits: string): boolean {
  return digits.startsWith(MAPPED);
}

const MAPPED = '00000000000000000000ffff';

/**
 * An address as people write it, RFC 5952: the longest row of zeros is left out.
 *
 * @param bytes four of IPv4, or sixteen of IPv6, in network order
 */
export function addressText(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.');
  const groups = Array.from({ length: 8 }, (_, at) =>
    (((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0)).toString(16),
  );
  if (/^(?:0,){5}ffff,/.test(String(groups))) return `::ffff:${bytes.slice(12).join('.')}`;
  const rows = groups.join(':').match(/\b0(?::0)+\b/g) ?? [];
  const longest = rows.reduce((best, row) => (row.length > best.length ? row : best), '');
  const text = groups.join(':');
  if (longest === '') return text;
  const at = text.search(new RegExp(`(?<![^:])${longest}(?![^:])`));
  const [before, after] = [text.slice(0, at), text.slice(at + longest.length)];
  return `${before.replace(/:$/, '')}::${after.replace(/^:/, '')}`;
}
