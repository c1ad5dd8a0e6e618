import type { recordings as en } from '../en/recordings';

export const recordings: typeof en = {
  titles: {
    course: '隔离演示',
    compose: '十二个容器',
  },
  ofLesson: '课程录制',
  player: '播放器',
  play: '播放（空格键）',
  pause: '暂停（空格键）',
  replay: '重新播放（空格键）',
  previous: '到上一次变化（,）',
  next: '到下一次变化（.）',
  position: '录制回放中的时刻',
  positionText: (now, duration) => `${now}，共 ${duration}`,
  speed: '速度',
  speedText: (times) => `${times}×`,
  which: '录制回放',
  back: '回到本机',
  typed: '输入的命令',
  recordedOn: (date) => `录制于 ${date}`,
  cutOff: '这段录制回放在录制时中断：只显示中断之前的内容。',
  state: '录制回放',
  past: '回看',
};
