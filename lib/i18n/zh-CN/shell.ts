import type { shell as en } from '../en/shell';

export const shell: typeof en = {
  views: { sharing: '共享', processes: '进程' },
  themes: { dark: '深色', light: '浅色' },
  engineStates: {
    connected: '已连接',
    connecting: '正在连接…',
    disconnected: '没有应答',
    denied: '没有权限',
    absent: '没有找到',
  },
  viewsLabel: '视图',
  typesLabel: '显示的命名空间类型',
  inspectorLabel: '详情',
  live: '实时',
  connecting: '正在连接…',
  stale: '连接已断开：画面可能不是最新的',
  staleShort: '非实时',
  incompatible: 'nsview 已更新，请重新加载页面。',
  reload: '重新加载',
  aboutHost: '关于这台机器',
  showType: (type) => `显示 ${type} 命名空间`,
  onlyType: '双击：只看这一类',
  switchTheme: (to) => `切换到${to}主题`,
  switchLanguage: '切换语言',
  otherLanguage: 'English',
  linkProblem: (parameter, value, expected) =>
    `链接中的 ${parameter}=${value} 无法识别。可用的值：${expected}。`,
  dismiss: '关闭',
  hostPill: (hostname, kernel) => `${hostname} · Linux ${kernel}`,
  skipToView: '跳到主画面',
  needsScript: 'nsview 需要 JavaScript 才能绘图。',
};
