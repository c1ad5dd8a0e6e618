import type { fleetList as en } from '../en/fleet-list';
import { optionLines } from '../option-lines';

export const fleetList: typeof en = {
  usage: `用法：nsview fleet list --to tls://HOST:PORT --creds FILE [选项]

列出机群中最近一分钟内报告过的机器，每台一行：在机群中的名字、多久以前报告的、上面有什么。“共享”按类型
（P pid、N net、M mnt、U user、I ipc、H uts、C cgroup、T time）给出有几个容器与别的容器在同一个命名空间里；
“同宿主机”给出有几个容器在默认会有自己的命名空间之处用了宿主机的。“发现”依次是高、中、低三级的数目。
? 表示不知道，或不全。

选项：
${optionLines(
  [
    ['--to URL', '机群的服务器；可以用逗号给出几个，能连上任何一个即可'],
    ['--creds FILE', '中心的凭据，由 nsview fleet init 生成'],
    ['--json', '以 JSON 输出，包含每台机器报告的全部内容'],
    ['--help', '显示本说明'],
  ],
  13,
)}
`,
  credsNeeded:
    'nsview: --creds：请给出中心的凭据，即 nsview fleet init 生成的文件（参见 nsview fleet list --help）',
  credsOfMachine: (file, host) =>
    `nsview: --creds ${file}：这是机器 ${host} 的凭据，看不到别的机器；应为 nsview fleet init 生成的中心的凭据`,
  none: 'nsview: 最近一分钟内，这个机群没有机器报告过',
  columns: {
    machine: '机器',
    standing: '状态',
    heard: '上次报告',
    hostname: '主机名',
    kernel: '内核',
    containers: '容器',
    shared: '共享',
    onHost: '同宿主机',
    findings: '发现',
    engines: '引擎',
    notes: '备注',
  },
  standing: { live: '在线', lagging: '迟缓', lost: '失联' },
  elapsed: ({ count, unit }) =>
    ({
      second: `${count} 秒`,
      minute: `${count} 分钟`,
      hour: `${count} 小时`,
      day: `${count} 天`,
    })[unit],
  ago: (time) => `${time}前`,
  runningOf: (running, all) => `${all} 个中 ${running} 个在运行`,
  more: (n) => `另有 ${n} 个`,
  clock: (isAhead, time) => `时钟${isAhead ? '快' : '慢'} ${time}`,
  otherVersion: (version) => `nsview ${version}`,
  notices: (codes, more) => (more === 0 ? `提示 ${codes}` : `提示 ${codes} 等，另有 ${more} 条`),
  problem: {
    large: (bytes, most) => `拒收：${bytes} 字节，最多接受 ${most} 字节`,
    'no-json': '拒收：不是 JSON',
    deep: '拒收：嵌套过深',
    version: (version, ours) =>
      `拒收：版本为 ${version}，而这个 nsview 接受 ${ours}：请让两边版本一致`,
    part: (path) => (path === '' ? '拒收：内容不符' : `拒收：内容不符：${path}`),
  },
};
