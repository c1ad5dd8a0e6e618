/** Names in a row. */
export function listed<T>(items: readonly T[]): (string | T)[] {
  return items.flatMap((item, index) => {
    if (index === 0) return [item];
    return [index === items.length - 1 ? ' 和 ' : '、', item];
  });
}
