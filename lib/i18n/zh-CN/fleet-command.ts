import type { fleetCommand as en } from '../en/fleet-command';
import { optionLines } from '../option-lines';

export const fleetCommand: typeof en = {
  usage: `用法：nsview fleet init --host 名称|地址… [选项]
      nsview fleet add 机器名…
      nsview fleet revoke 机器名…
      nsview fleet list               每台机器最近报告了什么；参见 nsview fleet list --help

准备把多台机器放在一起查看所需的文件；整套做法见 docs/fleet.md。
init：建立一个文件夹，内有 nats-server 的配置、它的证书，以及查看机群用的凭据；完成后说明生成了什么、下一步做什么。
add：为机器生成凭据，每台一个文件；一台机器凭自己的凭据只能报告自己的情况。服务器若在本机运行，立即生效。
revoke：收回机器的凭据；服务器随即断开它们的连接。

选项：
${optionLines(
  [
    ['--host 名称', 'init：各机器连接服务器时用的名称或地址；可以多次给出'],
    ['--port 端口', 'init：服务器的端口（默认 4222）'],
    ['--signing', 'init：凭据带签名，服务器不保存密钥列表：适合上千台机器'],
    ['--folder 目录', '文件放在哪里（默认为 $XDG_CONFIG_HOME 或 ~/.config 下的 nsview/fleet）'],
    ['--help', '显示本说明'],
  ],
  13,
)}
`,
  wrongAction: (given) =>
    `nsview: fleet：收到“${given}”，应为 init、add、revoke 或 list（参见 nsview fleet --help）`,
  hostNeeded:
    'nsview: fleet init：请用 --host 说明各机器用什么名称或地址连接服务器，例如 --host nats.example（可以多次给出）',
  address: '名称或 IP 地址，例如 nats.example 或 192.168.1.5，不带协议，也不带端口（参见 --port）',
  portNumber: ' 1 到 65535 之间的数',
  folderPath: '文件夹',
  noNames: (given) =>
    `nsview: fleet init：收到“${given}”，这里只接受选项：机器名用于 nsview fleet add，服务器的每个地址各用一个 --host 给出`,
  onlyForInit: 'nsview: fleet：--host、--port 和 --signing 只用于 nsview fleet init',
  namesNeeded: (action) =>
    `nsview: fleet ${action}：请给出机器名，例如 nsview fleet ${action} vm-01 vm-02`,
  wrongName: (action, given) =>
    `nsview: fleet ${action}：收到“${given}”，机器名应由小写字母、数字和连字符组成，最多 63 个字符，且不能是 hub 或 local`,
  problem: (problem, about) => {
    switch (problem) {
      case 'exists':
        return `nsview: fleet：${about} 里已经有内容；请用 --folder 另选一个文件夹，或继续使用 nsview fleet add`;
      case 'none':
        return `nsview: fleet：${about} 里没有机群；请用 nsview fleet init 建立，或用 --folder 指出它在哪里`;
      case 'broken':
        return `nsview: fleet：${about} 已不是 nsview 写入的样子；请恢复原来的内容`;
      case 'busy':
        return `nsview: fleet：另一个 nsview fleet 正在修改；如果没有，请删除 ${about}`;
      case 'taken':
        return `nsview: fleet：已经在机群里：${about}；要换新凭据，请先用 nsview fleet revoke`;
      case 'file':
        return `nsview: fleet：${about} 已经存在，但这台机器不在机群里；请先删除它`;
      case 'unknown':
        return `nsview: fleet：不在机群里：${about}`;
    }
  },
  made: (folder, addresses) =>
    `已在 ${folder} 建立机群，连接其服务器可用：${addresses.join('、')}。

  nats.conf   用它启动服务器
  hub.creds   查看机群用的凭据：凭它能看到每一台机器
  hosts/      各机器的凭据放在这里
  这些文件只供你自己使用：谁拿到副本，谁就有同样的权限。
`,
  next: (conf, option) => `下一步：
  nats-server -c ${conf}
  nsview fleet add vm-01 vm-02${option}
`,
  added: (host, file) => `${host}：${file}`,
  onEach: (url) => `在每台机器上用它自己的文件运行：nsview agent --to ${url} --creds FILE`,
  revoked: (host) => `${host}：已收回凭据`,
  told: {
    told: 'nsview: 已通知服务器',
    absent:
      'nsview: 没有连到这个机群的服务器；若它在别处运行，请把 hosts.conf 复制过去，再执行 nats-server --signal reload',
    denied: 'nsview: 服务器属于另一个账户，无法通知它：请执行 nats-server --signal reload',
  },
};
