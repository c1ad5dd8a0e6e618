import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';
import type { Dockerd } from './dockerd';
import { until } from './until';

/** For what hangs: an image that is built, or a container that is stopped, takes seconds. */
const ANSWERS_WITHIN = 120_000;
/** What the shell is ready with; nothing that the course has typed prints it. */
const PROMPT = 'nsv[$?]$ ';
const PROMPTS = /nsv\[(\d+)\]\$ /g;
/** Wide enough that no line is broken where it is shown. */
const SHELL = `stty rows 50 cols 2000; exec env 'PS1=${PROMPT}' bash --noprofile --norc -i`;

export interface Printed {
  /** The exit code of what was typed. */
  code: number;
  /** Everything between the line and the next prompt, as lines of text. */
  lines: readonly string[];
}

/** A bash in a terminal (a pty), as a learner has it: characters are typed as keys, one at a time, at its prompt. */
export class Terminal {
  #shown = '';

  private constructor(private readonly script: ChildProcess) {
    script.stdout?.on('data', (part: Buffer) => (this.#shown += part.toString()));
  }

  /** Open one in which `docker` talks to this daemon. The caller closes it. */
  static async open(dockerd: Pick<Dockerd, 'endpoint'>): Promise<Terminal> {
    const pty = ['script', '--quiet', '--flush', '--command', SHELL, '/dev/null'];
    // It ends with us, even where the test is killed.
    const script = spawn('setpriv', ['--pdeathsig', 'TERM', ...pty], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        ...process.env,
        DOCKER_HOST: dockerd.endpoint,
        DOCKER_CONTEXT: undefined,
        TERM: 'dumb',
        LC_ALL: 'C.UTF-8',
      },
    });
    const terminal = new Terminal(script);
    await terminal.#prompted(1);
    // Tests are root, and a machine of tests need not have it.
    await terminal.type('sudo() { "$@"; }');
    return terminal;
  }

  /** Type a line and Enter; resolves when the shell asks for the next one. */
  async type(line: string): Promise<Printed> {
    const before = this.#prompts().length;
    for (const key of `${line}\r`) this.script.stdin?.write(key);
    await this.#prompted(before + 1);
    const codes = this.#prompts();
    const last = codes.at(-1);
    const since = codes.at(-2);
    if (last === undefined || since === undefined) throw new Error('the shell has no prompt');
    const text = stripVTControlCharacters(this.#shown).slice(since.index, last.index);
    // The first line is what was typed.
    const [, ...lines] = text.trimEnd().split(/\r?\n/);
    return { code: Number(last[1]), lines };
  }

  /** Hang up; what was left running in the background does not go by itself. */
  async close(): Promise<void> {
    await this.type('kill $(jobs -p)');
    const ended = once(this.script, 'exit');
    this.script.kill('SIGTERM');
    await ended;
  }

  #prompts() {
    return [...stripVTControlCharacters(this.#shown).matchAll(PROMPTS)];
  }

  async #prompted(times: number): Promise<void> {
    const isReady = () => {
      if (this.script.exitCode !== null) throw new Error(`the terminal ended:\n${this.#shown}`);
      return this.#prompts().length >= times;
    };
    await until('the shell is ready for a line', isReady, ANSWERS_WITHIN);
  }
}
