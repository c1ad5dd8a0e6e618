import type { projector as en } from '../en/projector';

export const projector: typeof en = {
  tools: '画面工具',
  spotlight: '聚光灯',
  spotlightOn: '聚光灯：除选中和所指的以外全部变暗',
  spotlightOff: '聚光灯已关闭',
  marker: '画笔',
  markerOn: '画笔：可以在画面上画线',
  markerOff: '画笔已收起',
  wipe: '擦掉画上的线',
  wiped: '画上的线已擦掉',
  leave: '退出投影模式',
};
