import type { Change, Said } from '../reach/said';
import type { Use } from '../use/use';
import { BOOT_ID } from './anonymize';
import { anonymousImage, anonymousReasons } from './anonymize-layers';
import type { KeptAnswer } from './answers';
import { replaceNames, type Names } from './names';

/**
 * What was asked and answered, in which the machine's and its users' names are replaced. A question that has one is
 * another question then: nobody who asks it in the recording knows the answer.
 *
 * @param bootId of the machine, which lives are told with
 */
export function anonymousAnswer(kept: KeptAnswer, bootId: string, names: Names): KeptAnswer {
  const text = (told: string) => replaceNames(told, names);
  const life = kept.life.replaceAll(bootId, BOOT_ID);
  switch (kept.asked) {
    case 'image': {
      const { question, answer } = kept;
      return {
        ...{ ...kept, life, question: { image: text(question.image) } },
        answer: answer === null ? null : { ...answer, ...anonymousImage(answer, text) },
      };
    }
    case 'process': {
      const { answer } = kept;
      const lsm = answer === null || answer.lsm === null ? null : text(answer.lsm);
      return { ...kept, life, answer: answer === null ? null : { ...answer, lsm } };
    }
    case 'reach': {
      const { question, answer } = kept;
      return {
        ...{ ...kept, life },
        question: { ...question, from: text(question.from), to: text(question.to) },
        answer:
          answer === null
            ? null
            : {
                ...answer,
                hops: answer.hops.map((hop) => ({ ...hop, says: ofNobody(hop.says, text) })),
                changes: answer.changes.map((each) => ofNobody(each, text)),
              },
      };
    }
    case 'usage':
      return { ...kept, life };
    case 'use': {
      const { question, answer } = kept;
      return {
        ...{ ...kept, life, question: { container: text(question.container) } },
        answer: answer === null ? null : { ...answer, ...anonymousUse(answer, text) },
      };
    }
  }
}

type Text = (told: string) => string;

/** What a hop or a change names: devices and chains are called as somebody likes. */
function ofNobody<T extends Said | Change>(told: T, text: Text): T {
  const { device, chain, what, why } = told;
  return {
    ...told,
    ...(device === undefined ? {} : { device: text(device) }),
    ...(chain === undefined ? {} : { chain: text(chain) }),
    ...(what === undefined ? {} : { what: text(what) }),
    ...(why === undefined ? {} : { why: text(why) }),
  };
}

function anonymousUse(use: Use, text: Text): Use {
  const { memory, cpu, pids, io } = use;
  const whose = (path: string | null) => (path === null ? null : text(path));
  const paths = Object.fromEntries(
    Object.entries(use.paths).map(([controller, path]) => [controller, text(path)]),
  );
  return {
    ...use,
    paths,
    memory: { ...memory, limitFrom: whose(memory.limitFrom) },
    cpu: { ...cpu, limitFrom: whose(cpu.limitFrom) },
    pids: { ...pids, limitFrom: whose(pids.limitFrom) },
    io:
      io?.map((device) => ({
        ...device,
        limits: Object.fromEntries(
          Object.entries(device.limits).map(([what, { perSecond, from }]) => [
            what,
            { perSecond, from: text(from) },
          ]),
        ),
      })) ?? null,
    network: use.network?.map((each) => ({ ...each, device: text(each.device) })) ?? null,
    unreadable: anonymousReasons(use.unreadable, text),
  };
}
