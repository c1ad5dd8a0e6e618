/** What a mark of the Sharing picture is. */
export type SharingRole =
  // Behind all else
  | 'project'
  | 'shore'
  | 'land'
  | 'projectName'
  | 'tie'
  // Rings
  | 'machine'
  | 'container'
  | 'raised'
  | 'disc'
  | 'core'
  | 'ring'
  | 'arc'
  | 'arcLetter'
  | 'name'
  | 'stoppedName'
  | 'detail'
  | 'stoppedDetail'
  | 'note'
  // What is shared
  | 'hub'
  | 'diamond'
  | 'hubLetter'
  | 'kernelName'
  | 'sharedBy'
  | 'bundle'
  | 'bundleLine'
  | 'pill'
  | 'bundleNumber'
  // States
  | 'selection'
  | 'focusRing'
  | 'hit'
  | 'pin'
  | 'pinGround'
  | 'pinSign';
