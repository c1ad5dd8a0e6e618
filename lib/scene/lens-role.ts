/** What a mark of the Lens is. */
export type LensRole =
  | 'lensBox'
  | 'outline'
  | 'head'
  | 'headGround'
  | 'boxName'
  | 'said'
  | 'strip'
  | 'stripGround'
  | 'stripDot'
  | 'dot'
  | 'dotGround'
  | 'number'
  | 'command'
  | 'hostPid';
