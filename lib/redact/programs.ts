import { HIDDEN } from './secret-name';

/** Options of one letter mean something else with each program: these take a secret. */
interface SecretOptions {
  /** The name of the program's file. */
  program: RegExp;
  /** The whole value is the secret. Also joined: `-pSECRET`. */
  whole?: RegExp;
  /** With a subcommand alone: `docker login -p`, but `docker run -p 80:80`. */
  only?: string;
  /** The secret is joined alone: a password never follows `mysql -p` as a word of its own. */
  joinedOnly?: true;
  /** What follows this word: `redis-cli AUTH SECRET`. */
  rest?: RegExp;
  /** With this option its last argument: `htpasswd -nb me SECRET`. */
  last?: RegExp;
  /** What of an argument comes before the secret: `sqlplus me/SECRET@db`. */
  login?: RegExp;
  /** Its options end where the program begins that it runs. */
  until?: RegExp;
  /** The secret begins in the value after this: `curl -u me:SECRET`. */
  after?: { options: RegExp; mark: string }[];
}

const PROGRAMS: readonly SecretOptions[] = [
  { program: /^(?:mysql|mariadb)(?:[-_]?[a-z]+)*$/, whole: /^-p/, joinedOnly: true },
  { program: /^(?:sqlcmd|bcp|osql|isql|tsql)$/, whole: /^-P/ },
  { program: /^(?:redis|valkey|keydb)-(?:cli|benchmark)$/, whole: /^-a/, rest: /^auth$/i },
  { program: /^htpasswd$/, last: /^-\w*b\w*$/ },
  { program: /^wpa_passphrase$/, last: /^/ },
  { program: /^(?:sqlplus|sqlldr|impdp|expdp|rman)$/, login: /^[\w$#]+\/(?=.)/ },
  { program: /^mongo(?:sh|dump|restore|export|import|stat|top|files)?$/, whole: /^-p/ },
  { program: /^(?:cqlsh|7z[ar]?|7zz|rar|unrar|ncftp\w*|influx)$/, whole: /^-p/ },
  { program: /^sshpass$/, whole: /^-p/, until: /^(?:ssh|scp|sftp|rsync)$/ },
  {
    program: /^(?:docker|podman|nerdctl|buildah|skopeo|helm|oc|az|oras|crane)$/,
    whole: /^-p/,
    only: 'login',
  },
  { program: /^ldap(?:search|add|modify|delete|whoami|passwd|compare|modrdn)$/, whole: /^-w/ },
  { program: /^ldappasswd$/, whole: /^-[as]/ },
  {
    program: /^(?:mosquitto_(?:pub|sub|rr|passwd)|zip|unzip|ipmitool|impala-shell)$/,
    whole: /^-P/,
  },
  { program: /^(?:useradd|usermod|groupadd)$/, whole: /^-p/ },
  {
    program: /^snmp(?:get|getnext|walk|bulkwalk|bulkget|set|trap|table|inform)$/,
    whole: /^-[AXc]/,
  },
  {
    program: /^curl$/,
    after: [
      { options: /^(?:-[uUE]|--user|--proxy-user|--cert)(?=$|=|[^-])/, mark: ':' },
      { options: /^(?:-b|--cookie)(?=$|=|[^-])/, mark: '=' },
    ],
  },
  { program: /^(?:https?|xhs?)$/, after: [{ options: /^(?:-a|--auth)(?=$|=|[^-])/, mark: ':' }] },
  { program: /^(?:ab|siege)$/, after: [{ options: /^-[AP]/, mark: ':' }] },
  {
    program: /^(?:smbclient|rpcclient|smbget|net|mount\.cifs)$/,
    after: [{ options: /^(?:-U|--user)/, mark: '%' }],
  },
  { program: /^lftp$/, after: [{ options: /^-u/, mark: ',' }] },
];

const ANY_PROGRAM = new RegExp(PROGRAMS.map(({ program }) => program.source).join('|'));

/** No program has a longer name; an argument that is longer is text. */
const LONGEST_NAME = 255;

/** `80`, `8080:80`, `127.0.0.1:53:53/udp`: what is published when a container is made. */
const PORTS = /^(?:[\d.]+:)?\d+(?:-\d+)?(?::\d+(?:-\d+)?)?(?:\/(?:tcp|udp|sctp))?$/;

/** Goes along a command and tells of each argument what in it is secret because of the program. */
export class Programs {
  private seen: SecretOptions[] = [];
  private readonly words = new Set<string>();
  private first: SecretOptions | undefined;
  private hidesRest = false;
  private hidesLast = false;

  /** Takes notice of an argument that has been looked at. */
  pass(arg: string, isFirst: boolean): void {
    if (arg.length > LONGEST_NAME) return;
    this.words.add(arg);
    this.hidesRest ||= this.seen.some(({ rest }) => rest?.test(arg));
    this.hidesLast ||= this.seen.some(({ last }) => last?.test(arg));
    const name = arg.slice(arg.lastIndexOf('/') + 1);
    if (this.seen.length > 0) {
      this.seen = this.seen.filter(({ until }) => until?.test(name) !== true);
    }
    if (!ANY_PROGRAM.test(name)) return;
    const found = PROGRAMS.filter(
      (options) => options.program.test(name) && !this.seen.includes(options),
    );
    this.seen.push(...found);
    if (isFirst) [this.first] = found;
  }

  /**
   * The argument with what is secret in it hidden; null where no program says that something is.
   *
   * @param before the argument before it
   */
  redact(arg: string, before: string, isLast: boolean): string | null {
    if (this.hidesRest || (this.hidesLast && isLast)) return HIDDEN;
    for (const options of this.seen) {
      if (options.only !== undefined && !this.words.has(options.only)) continue;
      const hidden =
        this.hideWhole(options, arg, before) ??
        hideAfter(options, arg, before) ??
        hidePassword(options, arg);
      if (hidden !== null) return hidden;
    }
    return null;
  }

  private hideWhole(options: SecretOptions, arg: string, before: string): string | null {
    const { whole, joinedOnly } = options;
    if (whole === undefined) return null;
    const joined = whole.exec(arg)?.[0];
    if (joined !== undefined && arg.length > joined.length) {
      return this.arePorts(options, arg.slice(joined.length)) ? null : joined + HIDDEN;
    }
    const follows = joinedOnly === undefined && whole.exec(before)?.[0] === before && before !== '';
    return follows && !arg.startsWith('--') && !this.arePorts(options, arg) ? HIDDEN : null;
  }

  /** What only sounds like a program may be the name of a container, of which ports are published. */
  private arePorts(options: SecretOptions, value: string): boolean {
    const makes = this.words.has('run') || this.words.has('create');
    return options !== this.first && makes && PORTS.test(value);
  }
}

function hideAfter({ after = [] }: SecretOptions, arg: string, before: string): string | null {
  for (const { options, mark } of after) {
    const joined = options.exec(arg)?.[0];
    const follows = options.exec(before)?.[0] === before && before !== '';
    if (joined === undefined && !follows) continue;
    const at = arg.indexOf(mark, joined === undefined ? 0 : joined.length + 1);
    if (at >= 0 && at + 1 < arg.length) return arg.slice(0, at + 1) + HIDDEN;
  }
  return null;
}

function hidePassword({ login }: SecretOptions, arg: string): string | null {
  const user = login?.exec(arg)?.[0];
  return user === undefined ? null : user + HIDDEN;
}
