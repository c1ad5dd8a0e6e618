import { NAMESPACE_TYPES } from '../../model/namespace-type';
import type { usage as en } from '../en/usage';
import { optionLines } from '../option-lines';
import { figureCommand } from './figure-command';
import { fleetAgent } from './fleet-agent';
import { fleetCommand } from './fleet-command';
import { pageCommand } from './page-command';

/** 所有命名空间类型，连成一串。 */
export const typeNames = NAMESPACE_TYPES.join('、');

/** 除 serve 外，每个命令都有的选项。@param width 选项这一列的字符数 */
const readOptions = (width = 13): string =>
  optionLines(
    [
      [
        '--docker URL',
        'Docker 端点，例如 unix:///run/docker.sock；不给则自动查找引擎；可以多次给出',
      ],
      [
        '--engine URL',
        '同上，也可以是 containerd:///run/containerd/containerd.sock 或 cri:///run/crio/crio.sock；可以多次给出',
      ],
      ['--reader MODE', 'container：由专用容器读取 /proc，可以读到全部（默认 auto：直接读取）'],
      ['--may-enter', '与 --reader container 一起使用：还允许它进入命名空间，需要 CAP_SYS_ADMIN'],
      ['--no-args', '不读取进程的命令行参数'],
      ['--help', '显示本说明'],
    ],
    width,
  );

export const usage: typeof en = {
  serve: `用法：nsview [serve] [选项]       （或：npm start -- [选项]）
      nsview snapshot [选项]      以 JSON 输出一份快照；参见 nsview snapshot --help
      nsview ls [选项]            以表格列出命名空间；参见 nsview ls --help
      nsview record -o FILE       录制本机的变化，供以后回放；参见 nsview record --help
      nsview inside NAMESPACE     查看命名空间隔离了什么；参见 nsview inside --help
      nsview process PID          进程可以做什么、正在做什么；参见 nsview process --help
      nsview use CONTAINER        容器用了多少资源、受什么限制；参见 nsview use --help
      nsview findings [选项]      容器有哪些值得注意的地方；参见 nsview findings --help
      nsview reach FROM TO        一方能否连到另一方；参见 nsview reach --help
      nsview ask QUESTION         现查一项细节；参见 nsview ask --help
      nsview lesson list|check    列出课程，检查自编课程；参见 nsview lesson --help
      nsview figure -o FILE       把一个视图画成图片；参见 nsview figure --help
      nsview page -o FILE         生成可带走的页面；参见 nsview page --help
      nsview agent --to URL       向机群报告本机的情况；参见 nsview agent --help
      nsview fleet init|add|revoke  多台机器一起查看所需的凭据；参见 nsview fleet --help

实时显示这台机器上哪些容器共享哪些 Linux 命名空间，在本机的一个网址上查看。

选项：
  --port NUMBER           监听端口；0 表示任选一个空闲端口（默认 3000）
  --host ADDRESS          监听地址（默认 127.0.0.1）；其他地址须同时给出 --token-file
  --token-file FILE       供其他地址访问用的令牌文件；不存在时自动生成（权限 0600）
  --open-to-this-machine  本机的所有账户都可以查看；否则只有启动者、root 和运行 sudo 的账户可以，
                          其他账户需要使用为其打印的一次性网址
  --docker URL            Docker 端点，例如 unix:///run/docker.sock；不给则自动查找引擎（可以多次给出）
  --engine URL            同上，也可以是 containerd:///run/containerd/containerd.sock 或 cri:///run/crio/crio.sock（可以多次给出）
  --reader MODE           由谁读取 /proc：direct 直接读取；container 由专用容器读取（可以读到全部）；
                          auto 先直接读取，读不全时在页面上提议使用容器（默认 auto）
  --may-enter             与 --reader container 一起使用：还允许它进入命名空间，需要 CAP_SYS_ADMIN
  --allow-host NAME:PORT  再允许一个访问页面时使用的名称（可重复）
  --no-args               不读取进程的命令行参数
  --open FILE             不看本机，而是播放一份录制回放
  --lesson FILE           除自带课程外，再加上一课自编课程（参见 lib/lessons/README.md）
  --lab                   可从页面在本机运行课程中的命令；只改动它自己建立的东西（参见 docs/lab.md）
  --present 地址          手机和笔记本可以在本机的这个地址（或 地址:端口，默认 3001）跟随这里展示的内容，
                          凭页面上显示的链接进入（docs/presenting.md）
  --help                  显示本说明
  --version               只打印 nsview 的版本
`,
  snapshot: `用法：nsview snapshot [选项]

查看本机一次，把看到的进程、命名空间和容器以 JSON 输出。

选项：
${readOptions()}
`,
  ls: `用法：nsview ls [选项]

像 lsns 那样列出本机的命名空间，并列出其中的容器及其共享情况。

选项：
  -t, --type TYPE  只列出这些类型：${typeNames}（可重复，也可用逗号分隔）
  --json           以 JSON 输出
${readOptions(15)}
`,
  record: `用法：nsview record -o FILE [选项]

录制 nsview 在本机看到的一切，按 Ctrl-C 结束。之后在任何机器上都可以用 nsview --open FILE 回放。

选项：
  -o, --output FILE  录制文件；已存在的文件不会被改动
  --force            覆盖已存在的文件
  --for SECONDS      录制这么多秒后自动结束
  --inside           同时记录每个命名空间隔离了什么：地址、套接字、主机名……
  --lesson LESSON    除 --inside 记录的内容外，还记录一课所提问题的答案，以便回放这一课：
                     填 nsview 自带课程的编号，或自己的课程文件
  --anonymous        替换本机和用户的名称（参见 docs/recording.md）
${readOptions(17)}
`,
  ask: `用法：nsview ask QUESTION [FIELD=VALUE…] [选项]

现查本机的一项细节，结果与 GET /api/v1/ask/QUESTION?FIELD=VALUE 相同。

可以问：
  usage [pids=1,2]                   这些进程（不给则为全部进程）的状态、内存和 CPU 时间
  holders [namespace=net:4026532183] 除了其中的进程，还有什么使这个命名空间（不给则为任一命名空间）继续存在
  inside namespace=user:4026532183   这个命名空间隔离了什么；参见 nsview inside
  config container=c1                它是怎样启动的，以 docker run 的选项表示
  process pid=2652                   这个进程可以做什么、正在做什么；参见 nsview process
  use container=c1                   这个容器用了多少资源、受什么限制；参见 nsview use
  findings [container=c1]            容器有哪些值得注意的地方；参见 nsview findings
  reach from=c1 to=api port=80       一方能否连到另一方；参见 nsview reach

选项：
  --json         输出 JSON；得不到答案时，原因也以 JSON 输出
${readOptions()}
`,
  inside: `用法：nsview inside NAMESPACE|CONTAINER [选项]

现查一个命名空间隔离了什么；给出容器时，逐一查看它所在的命名空间：PID 命名空间——它结束时谁会一起
结束；用户命名空间——ID 映射；cgroup 命名空间——它的根；时间命名空间——时钟快了多少。

选项：
  -t, --type TYPE  只看容器的这些类型的命名空间：${typeNames}（可重复，也可用逗号分隔）
  --json           输出 JSON
${readOptions(15)}
`,
  process: `用法：nsview process PID [选项]

现在读取并说明一个进程可以做什么、正在做什么：它的权能（按名称），其中哪些是容器默认没有的，seccomp 和安全模块
限制了它什么，它正处在哪个系统调用中，以及它的资源限制。

选项：
  --json           输出 JSON；没有答案时也说明原因
${readOptions(15)}
`,
  use: `用法：nsview use CONTAINER [选项]

说明一个容器用了多少内存、CPU、进程数、块设备读写和磁盘，最多能用多少，这个限制来自哪个 cgroup（包括上级在内，
最严的算数），以及限制造成了什么：杀死、压住、拒绝。限制并不隐藏什么：最后一行是容器里看到的本机内存和 CPU。

选项：
  --json         输出 JSON
${readOptions()}
`,
  findings: `用法：nsview findings [选项]

不等人问，先指出正在运行的容器有哪些值得注意的地方：多余的权限、从宿主机得到的东西、缺少的限制。
每一项都说明如何查看、如何更改；无法判断的也会列出。
退出码 1：存在 --fail-on 所给严重程度或更严重的发现，或者无法判断有没有。

选项：
  --container X    只看这一个容器，用名称或 ID 指定
  --format NAME    table、json、sarif（2.1.0）或 markdown（默认 table）
  --fail-on NAME   high、medium 或 low
${readOptions(15)}
`,
  lesson: `用法：nsview lesson list [--json]
      nsview lesson check FILE…
      nsview lesson print ID|FILE [--lang LANGUAGE] [-o FILE]

list：列出 nsview 自带的课程，以及各自的 id 和步数。
check：检查自编课程的文件（写法参见 lib/lessons/README.md），每个错误一行：文件、行号、步骤、字段，
应该是什么，怎样改。退出码 1：有错误。
print：把一课做成讲义，输出一个 HTML 文件，用浏览器打印（A4 或 Letter）：题目留有书写的地方，附命令和图，
答案在最后几页。
用 nsview --lesson FILE 打开一课自编课程。

选项：
  --json               以 JSON 输出列表，与 GET /api/v1/lessons 相同
  --lang LANGUAGE      print：en 或 zh-CN（默认为终端的语言）
  -o, --output FILE    print：输出到哪个文件；不写则输出到标准输出
  --help               显示本说明
`,
  reach: `用法：nsview reach FROM TO [选项]

说明 FROM 能否连到 TO、走哪条路、被什么挡住：根据此刻的地址、路由、网桥和防火墙规则推算，不发送任何数据包。
不能确定的，会说明未知以及原因。FROM 和 TO 可以是容器、:host（宿主机）或 :outside（外部）。

选项：
  --port NUMBER    TO 的这个端口，要有进程在那里监听；不给出则指任意端口
  --protocol NAME  tcp 或 udp（tcp）
  --json           输出 JSON
${readOptions(15)}
`,
  figure: figureCommand.usage(readOptions),
  fleet: fleetCommand.usage,
  page: pageCommand.usage(readOptions),
  agent: fleetAgent.usage(readOptions),
};
