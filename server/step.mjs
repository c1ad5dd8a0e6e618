/** Runs one step of a first start, and tells how it goes. Runs on Node alone. */
import { spawn } from 'node:child_process';

/** Milliseconds from one look at the clock to the next, on a terminal. */
const TELL_EVERY = 1000;
/** Columns of a terminal that does not tell how many it has. */
const USUAL_WIDTH = 80;

/**
 * Runs a program to its end. On a terminal one line tells what it does and for how long, and goes
 * when it is over; else a plain line is printed at its beginning and at its end. What the program
 * itself says is shown when it fails. A signal that ends nsview ends it too.
 *
 * @param {string} what it does: `installing its packages`
 * @param {string[]} command
 * @param {string} cwd
 * @returns {Promise<void>}
 */
export function runStep(what, [program = '', ...args], cwd) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
      detached: true,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ part) => (said += part));
    }
    const tell = progress(what, () => said);

    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      tell.stop();
      if (child.pid !== undefined) process.kill(-child.pid, signal);
      process.exit(130);
    };
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    /** @param {string} why */
    const failed = (why) => {
      tell.stop();
      const command = [program, ...args].join(' ');
      process.stderr.write(`${said}nsview: "${command}" failed${why}\n`);
      process.exit(1);
    };
    child.once('error', (error) => failed(`: ${error.message}`));
    child.once('close', (code) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      if (code !== 0) return failed('; see above');
      tell.stop();
      tell.done();
      resolve();
    });
  });
}

/**
 * @param {string} what
 * @param {() => string} said
 */
function progress(what, said) {
  const { stderr } = process;
  const since = performance.now();
  const seconds = () => Math.round((performance.now() - since) / 1000);
  if (!stderr.isTTY) {
    stderr.write(`nsview: ${what}; this takes about a minute, once\n`);
    return {
      stop: () => undefined,
      done: () => stderr.write(`nsview: ${what} took ${seconds()} s\n`),
    };
  }
  const draw = () => {
    const line = `nsview: ${what}, once: ${seconds()} s  ${lastLine(said())}`;
    stderr.write(`\r\u001b[K${line.slice(0, (stderr.columns ?? USUAL_WIDTH) - 1)}`);
  };
  draw();
  const timer = setInterval(draw, TELL_EVERY);
  return {
    stop: () => {
      clearInterval(timer);
      stderr.write('\r\u001b[K');
    },
    done: () => undefined,
  };
}

/**
 * What a program said last, in characters that can be printed.
 *
 * @param {string} said
 */
function lastLine(said) {
  const lines = said.slice(-2000).split(/[\r\n]+/);
  return (lines.findLast((line) => line.trim() !== '') ?? '')
    .replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '')
    .replace(/\p{Cc}/gu, '')
    .trim();
}
