import encodeQR from 'qr';
import { useMemo } from 'react';

/** Modules of white around it, as readers want them. */
const QUIET = 4;

/** A text as a QR code: dark on white in any theme, for cameras. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = useMemo(() => encodeQR(text, 'raw', { ecc: 'low', border: QUIET }), [text]);
  const side = rows.length;
  const dark = rows.flatMap((row, y) => row.flatMap((on, x) => (on ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    <svg
      role="img"
      aria-label={label}
      data-qr={text}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className="w-full bg-white"
    >
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}
