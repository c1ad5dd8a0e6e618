import type { Doing, Ruling } from '../call';
import { LABEL } from '@lib/lab/label';
import { handedOn, readOptions, type Option, type OptionTable } from '../options';
import { Refusal } from '../refusal';
import { rootDevice } from '../root-device';
import { labelled } from '../things';
import { makeOwnFolder } from '../folders';
import { ROOT_DEVICE, type Word } from '../words';

const NAME = String.raw`[a-zA-Z0-9][a-zA-Z0-9_.-]*`;
const SIZE = String.raw`\d+[bkmg]?`;

/** All that a container may be started with: what lessons need, and nothing that gives it more of the host. */
export const RUN_OPTIONS: OptionTable = {
  '--name': new RegExp(`^${NAME}$`),
  ...{ '-d': null, '--detach': null, '-i': null, '--interactive': null },
  ...{ '-m': new RegExp(`^${SIZE}$`), '--memory': new RegExp(`^${SIZE}$`) },
  ...{ '--cpus': /^\d+(\.\d+)?$/, '--pids-limit': /^\d+$/ },
  '--device-read-bps': /^\/dev\/.+:\d+[kmg]?b?$/,
  // A folder of the container's own, or one of the lab, and how that is mounted.
  '-v': /^(?!.*\.\.)(\/[\w./-]+|\/tmp\/nsview-[a-z0-9-]+:\/[\w./-]+(:ro|:rw)?)$/,
  '--network': new RegExp(`^(?!host$)(container:)?${NAME}$`),
  '--init': null,
  ...{ '--userns': /^host$/, '--uts': /^host$/ },
  '--user': /^\d+(:\d+)?$/,
  // Anything else with a colon is a slip that the docker command refuses, as a step of the course shows.
  '--pid': new RegExp(`^(host|container:${NAME}|(?!ns:|pod:)[a-z]+:${NAME})$`),
};

/** `docker run` and `docker create`. */
export function makeContainer(verb: 'run' | 'create') {
  return (words: readonly Word[]): Ruling => {
    const command = `docker ${verb}`;
    const read = readOptions(command, words, RUN_OPTIONS, true);
    if ('because' in read) return read;
    const { options, rest } = read;
    const [image, ...args] = rest;
    if (image === undefined) return { because: { code: 'too-few', command } };
    if (!/^[a-z0-9][a-z0-9._/:-]*$/.test(image.value)) {
      return { because: { code: 'value', option: command, value: image.value } };
    }
    const amongHost = options.some(({ name, value }) => name === '--pid' && value === 'host');
    if (amongHost && !isSleep(args)) return { because: { code: 'among-host' } };
    const does = async (doing: Doing) => {
      const { docker, lesson, images, line, tell, run } = doing;
      const chosen = await images.ensure(image.value, doing);
      if (amongHost && !(await images.isOfOthers(chosen, doing))) {
        throw new Refusal({ code: 'among-host' });
      }
      const checked = await Promise.all(options.map((option) => checkedOption(option, doing)));
      tell({ kind: 'says', news: { code: 'labelled', label: `${LABEL}=${lesson.id}` } });
      if (chosen !== image.value) {
        const [from, to] = image.at;
        const shown = line.slice(0, from) + chosen + line.slice(to);
        tell({ kind: 'says', news: { code: 'runs', line: shown } });
      }
      return run(
        docker.program([
          ...[verb, '--label', `${LABEL}=${lesson.id}`, ...checked.flatMap(handedOn)],
          // Nothing of the image decides what runs among the host's processes.
          ...(amongHost ? ['--entrypoint', 'sleep', chosen, ...args.slice(1).map(valueOf)] : []),
          ...(amongHost ? [] : [chosen, ...args.map(valueOf)]),
        ]),
      );
    };
    return { call: { rule: 'makes', does } };
  };
}

function valueOf({ value }: Word): string {
  return value;
}

function isSleep([program, time, ...more]: readonly Word[]): boolean {
  return program?.value === 'sleep' && /^\d+[smhd]?$/.test(time?.value ?? '') && more.length === 0;
}

/** The option with what it names found out: ids for names, so that nothing comes between. @throws Refusal */
async function checkedOption({ name, value }: Option, doing: Doing): Promise<Option> {
  const { docker, signal, lesson } = doing;
  if (value === null) return { name, value };
  const [, joined] = /^container:(.*)$/.exec(value) ?? [];
  if (joined !== undefined) {
    const { id, amongHost } = await labelled(docker, 'container', joined, signal);
    if (amongHost) throw new Refusal({ code: 'among-host' });
    return { name, value: `container:${id}` };
  }
  if (name === '--network' && value !== 'none' && value !== 'bridge') {
    return { name, value: (await labelled(docker, 'network', value, signal)).id };
  }
  if (name === '--device-read-bps') {
    return {
      name,
      value: value.includes(ROOT_DEVICE)
        ? value.replace(ROOT_DEVICE, await rootDevice(doing))
        : value,
    };
  }
  const [, folder] = (name === '-v' ? /^([^:]+):/.exec(value) : null) ?? [];
  if (folder !== undefined) makeOwnFolder(folder, lesson.id);
  return { name, value };
}
