import type { ComponentProps } from 'react';

/** A button with words on it; the `main` one of a choice stands out. */
export function Button({ main = false, ...rest }: { main?: boolean } & ComponentProps<'button'>) {
  const look = main
    ? 'border-focus bg-selected font-semibold hover:bg-raised'
    : 'border-line-strong hover:bg-raised';
  return (
    <button
      type="button"
      className={`cursor-pointer rounded-md border px-3 py-1 whitespace-nowrap ${look}`}
      {...rest}
    />
  );
}
