import type { cli as en } from '../en/cli';
import { figureCommand } from './figure-command';
import { figuresFile } from './figures-file';
import { fleetAgent } from './fleet-agent';
import { fleetCommand } from './fleet-command';
import { fleetLine } from './fleet-line';
import { fleetList } from './fleet-list';
import { pageCommand } from './page-command';
import { handout } from './handout';
import { lessonFile } from './lesson-file';
import { noAnswer } from './no-answer';
import { unknownBecause } from './unknown-because';
import { typeNames, usage } from './usage';

export const cli: typeof en = {
  usage,
  columns: {
    ns: 'NS',
    type: '类型',
    nprocs: '进程数',
    pid: 'PID',
    containers: '容器',
    sharing: '共享',
  },
  unknownCommand: (name) =>
    `nsview: 没有“${name}”这个命令：可用 serve、snapshot、ls、record、inside、use、process、findings、reach、lesson、figure、page、agent、fleet、ask（参见 --help）`,
  typeList: ` ${typeNames}中的一个或几个，用逗号分隔`,
  withoutEngine: (why) => `nsview: 没有连上容器引擎，所以不显示容器：${why}`,
  engineSlow: (endpoint) => `${endpoint}：尚无响应`,
  searching: 'nsview: 正在查找还有什么占用着命名空间：线程、挂载、打开的文件……',
  listening: (url) => `nsview: ${url}`,
  turnedAway: (uid, url) =>
    uid === null
      ? `nsview: 拒绝了一个无法确认账户的访问者；若要允许其查看，请把这个一次性网址给对方：${url}`
      : `nsview: 拒绝了本机的另一个账户（uid ${uid}）；若要允许其查看，请把这个一次性网址给对方：${url}`,
  refused: {
    target: '请求的网址不正确。',
    host: '不允许使用这个主机名访问；参见 --allow-host。',
    origin: '拒绝来自其他网页的请求。',
    token: '请打开 nsview 启动时打印的一次性网址。',
    account:
      'nsview 由本机的另一个账户启动，没有令牌就不能查看：请向启动它的人索取刚刚在终端里打印的一次性网址，或请对方使用 --open-to-this-machine。',
    method: 'nsview 只供读取：只接受 GET 请求。',
    unknown: '没有这个页面。',
    failed: 'nsview 无法回应这个请求；原因见其日志。',
    followersHost: '这里只应答演示者给出的地址。',
    follow: '请打开演示者给出的链接，或扫描二维码，即可跟随。',
  },
  oneTime: (url) => `nsview: 用这个一次性网址登录：${url}`,
  wrongValue: (option, value, expected) => `nsview: ${option}：收到“${value}”，应为${expected}`,
  wrongArguments: (reason) => `nsview: ${reason}（参见 --help）`,
  portNumber: ' 0 到 65535 之间的数',
  hostAndPort: ' NAME:PORT，例如 course.example:8080',
  dockerUrl:
    '网址，例如 unix:///run/docker.sock 或 tcp://127.0.0.1:2375（端口 1 到 65535，不带路径，不用 TLS）',
  engineUrl:
    '网址，例如 unix:///run/docker.sock、tcp://127.0.0.1:2375（端口 1 到 65535，不带路径，不用 TLS）、containerd:///run/containerd/containerd.sock 或 cri:///run/crio/crio.sock',
  oneSocket: (urls) =>
    `nsview: --engine：收到 ${urls.map((url) => `“${url}”`).join(' 和 ')}，同一个套接字只能用一种方式询问：请只给出其中一个`,
  tokenNeeded: (host) => `nsview: --host ${host} 可以从其他机器访问：请同时给出 --token-file FILE`,
  openOrToken:
    'nsview: --open-to-this-machine 不向任何人要令牌，--token-file 则要求所有人出示：只能给出其中一个',
  tokenMode: (file) =>
    `nsview: --token-file ${file}：其他用户可以读取；请设为私有：chmod 600 ${file}`,
  tokenText: (file) =>
    `nsview: --token-file ${file}：应为 64 位十六进制数；删除它，nsview 会生成新的`,
  tokenFile: (file, reason) => `nsview: --token-file ${file}：${reason}`,
  portTaken: (host, port) => `nsview: ${host}:${port} 已被其他程序占用；请用 --port 另选一个`,
  cannotListen: (host, port, reason) => `nsview: 无法监听 ${host}:${port}：${reason}`,
  devPackaged: 'nsview: --dev 只能在克隆的仓库里使用，源代码在那里；参见 README',
  devAsRoot: 'nsview: 开发模式会回应过多请求，不能以 root 身份运行；请用 npm start',
  recordingFile: '由 nsview record 生成的文件',
  openAlone:
    'nsview: --open 播放录制回放：不能与 --docker、--engine、--reader 或 --no-args 一起使用',
  presentAddress: '本机的一个 IP 地址，可带端口：192.168.1.5 或 192.168.1.5:3001',
  presentInDevelopment: 'nsview: --present 用于 npm start：开发模式开放的内容太多',
  followedAt: (url: string) => `nsview: 跟随者的地址：${url}（链接在页面的“演示”里）`,
  labOfRecording: 'nsview: --lab 要在本机运行命令，而现在显示的是录制内容：两者只能取一',
  labForAll:
    'nsview: --lab 让能看页面的人以你的身份运行命令，--open-to-this-machine 又让所有人都能看：两者只能取一',
  labReady: 'nsview: 实验室已开启：可从页面在本机运行课程中的命令',
  labUnavailable: (why) => `nsview: 实验室无法使用：${why}`,
  labLeft: (count) => `nsview: 课程在本机留下了 ${count} 样东西；页面上可以删除它们`,
  whoMayEnter: 'nsview: --may-enter 只用于容器中的读取器：须同时给出 --reader container',
  handout,
  lessonFile,
  figureCommand,
  figuresFile,
  fleetAgent,
  fleetCommand,
  fleetLine,
  fleetList,
  pageCommand,
  useUnknown: (name, why) => `nsview use: 不知道“${name}”用了什么：${unknownBecause(why)}`,
  notRunning: (name) => `nsview use: 这里没有名为“${name}”的容器在运行`,
  containerNeeded: 'nsview use: 请给出一个容器（参见 nsview use --help）',
  use: {
    titles: ['资源', '已用', '限制', '限制来自', '限制造成了什么'],
    memory: '内存',
    cpu: 'CPU',
    pids: '进程数',
    disk: '磁盘',
    none: '无',
    unknown: (why) => `?（${unknownBecause(why)}）`,
    peak: (used, peak) => `${used}，最高 ${peak}`,
    cores: (cores) => `${cores} 个 CPU`,
    killed: (n) => `因内存不足杀死了 ${n} 个进程`,
    throttled: (n, of, seconds) => `${of} 个周期中有 ${n} 个被压住，共 ${seconds}`,
    refused: (n) => `拒绝了 ${n} 次创建进程`,
    moved: (read, written) => `读 ${read}，写 ${written}`,
    perSecond: {
      readBytes: (amount) => `每秒读 ${amount}`,
      writtenBytes: (amount) => `每秒写 ${amount}`,
      reads: (amount) => `每秒读 ${amount} 次`,
      writes: (amount) => `每秒写 ${amount} 次`,
    },
    frozen: '它已被冻结：其中的进程都停在原处。',
    machine: (memory, cpus) =>
      `限制并不隐藏：其中的进程看到的是整台机器的 ${memory} 内存和 ${cpus} 个 CPU。`,
  },
  wrongLessonAction: (given) =>
    `nsview: lesson：收到“${given}”，应为 list、check 加文件名，或 print 加一课（参见 nsview lesson --help）`,
  lessonNeeded:
    'nsview: lesson：print 后面只写一课：自带课程的 id，或课程文件（参见 nsview lesson --help）',
  onlyForPrint: 'nsview: lesson：--lang 和 --output 只用于 print（参见 nsview lesson --help）',
  outputPath: '文件名',
  filesNeeded: 'nsview: lesson：check 后面只写课程文件（参见 nsview lesson --help）',
  lessonNamed: 'nsview 自带课程的编号，或课程文件',
  lessonPath: '课程文件',
  wrongLesson: 'nsview: --lesson：这一课有错误：',
  pidNeeded: 'nsview: process：请给出一个进程在宿主机上的 PID（参见 nsview process --help）',
  endsNeeded: 'nsview: reach：请给出两端：容器、:host 或 :outside（参见 nsview reach --help）',
  namespaceNeeded:
    'nsview: inside：请给出一个命名空间（例如 pid:4026532183）或一个容器（参见 nsview inside --help）',
  noSuchContainer: (name) =>
    `nsview: inside：没有“${name}”这个命名空间，也没有正在运行的这个容器（参见 nsview ls）`,
  questionNeeded: 'nsview: ask：请说明要问什么（参见 nsview ask --help）',
  fieldAndValue: ' FIELD=VALUE 的形式，例如 pids=1,2',
  noAnswer: (code, message) => {
    return `nsview: ask：${noAnswer[code]}（${message}）`;
  },
  outputNeeded: 'nsview: record：请用 -o FILE 给出录制文件（参见 --help）',
  seconds: (most) => `不超过 ${most} 的秒数`,
  cannotOpen: (file, why) => `nsview: 无法打开 ${file}：${why}`,
  recordingProblem: (problem, version) => {
    switch (problem.kind) {
      case 'format':
        return '它不是由 nsview record 生成的录制文件';
      case 'version':
        return `它的格式版本是 ${problem.version}，而这个 nsview 最高只能读取版本 ${version}：请用录制它的 nsview 或更新的版本打开`;
      case 'line':
        return `第 ${problem.line} 行：${problem.reason}`;
      case 'size':
        return `它超过了上限（${problem.most}）`;
    }
  },
  cutOff: (file) => `nsview: ${file} 在录制时中断；显示中断之前的内容`,
  noProc:
    'nsview: 这台机器没有 Linux 的 /proc 可读，所以显示一份录制回放；可用 --open FILE 打开别的',
  exists: (file) => `nsview: ${file} 已经存在；用 --force 覆盖它`,
  cannotWrite: (file, why) => `nsview: 无法写入 ${file}：${why}`,
  recording: (time, changes, size) =>
    `正在录制 ${time} · ${changes} 次变化 · ${size} · 按 Ctrl-C 结束`,
  recorded: (file, time, changes, size) => `nsview: ${file}：${time}，${changes} 次变化，${size}`,
  uncaught: (why) => `nsview: 因自身故障而结束：${why}`,
  peopleUnread: (why) => `--anonymous：无法读取本机的 /etc/passwd，不知道该替换哪些用户名：${why}`,
  recordingFailed: (why) => `无法再读取本机：${why}`,
};
