/*
 * Bytes as text that may stand anywhere in HTML: digits of base 85, four bytes in five of them. None is a character
 * that HTML or a script knows by heart (`<`, `&`, quotes, `\`, white space), and a fourth is added where base64 adds
 * a third.
 */

const BASE = 85;
/** `(` and those after it, but for these two: the last is one more. */
const FIRST = 40;
const OTHERS: Readonly<Record<number, number>> = { 60: 125, 92: 126 };
const BACK = new Map(Object.entries(OTHERS).map(([from, to]) => [to, Number(from)]));

/** How many bytes there are, `:`, and the digits. */
export function packed(bytes: Uint8Array): string {
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  const digits = new Uint8Array((padded.length / 4) * 5);
  for (let word = 0; word < padded.length / 4; word += 1) {
    let rest = view.getUint32(word * 4);
    for (let digit = 4; digit >= 0; digit -= 1) {
      const code = FIRST + (rest % BASE);
      digits[word * 5 + digit] = OTHERS[code] ?? code;
      rest = Math.floor(rest / BASE);
    }
  }
  return `${bytes.length}:${new TextDecoder().decode(digits)}`;
}

/** The bytes of a text that `packed` made. @throws RangeError for any other */
export function unpackedBytes(text: string): Uint8Array<ArrayBuffer> {
  const from = text.indexOf(':') + 1;
  const length = from === 0 ? NaN : Number(text.slice(0, from - 1));
  const words = Math.ceil(length / 4);
  if (text.length - from !== words * 5) throw new RangeError('this text is not whole');
  const bytes = new Uint8Array(words * 4);
  const view = new DataView(bytes.buffer);
  for (let word = 0; word < words; word += 1) {
    let number = 0;
    for (let digit = 0; digit < 5; digit += 1) {
      const code = text.charCodeAt(from + word * 5 + digit);
      number = number * BASE + (BACK.get(code) ?? code) - FIRST;
    }
    view.setUint32(word * 4, number);
  }
  return bytes.slice(0, length);
}
