import type { Mark } from './mark';
import type { SharingRole } from './sharing-role';

/** On something that a person has moved: it stays there. */
export function pinMark(x: number, y: number): Mark<SharingRole> {
  return {
    kind: 'group',
    role: 'pin',
    at: { x, y },
    children: [
      { kind: 'circle', role: 'pinGround', r: 9 },
      {
        kind: 'path',
        role: 'pinSign',
        d: 'M-2.6,-5.2h5.2l-0.7,4l2.3,2.4h-8.4l2.3,-2.4zM0,1.2v4.4',
      },
    ],
  };
}
