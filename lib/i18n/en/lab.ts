import type { LabNews, LabReason, LabRule } from '../../lab/word';

/** What the lab says: the page tells it, and so do answers to who asks by HTTP. */
export const lab = {
  rule: ({ code }: LabRule): string => {
    switch (code) {
      case 'reads':
        return 'It only reads.';
      case 'makes':
        return 'It makes something new, which is given the label of the lesson.';
      case 'labelled':
        return 'It changes only what carries the label of the lesson.';
      case 'signals':
        return 'It signals the first process of a container of the lesson.';
      case 'inside-network':
        return 'It adds a rule inside the network of a container of the lesson, and nowhere else.';
      case 'own-folder':
        return 'It touches only a folder of the lab, below /tmp.';
      case 'own-registry':
        return 'It moves an image of the lesson to or from a registry on this machine.';
    }
  },
  reason: (reason: LabReason): string => {
    switch (reason.code) {
      case 'off':
        return 'The lab is off, so nsview runs nothing: start nsview with --lab.';
      case 'no-docker-command':
        return 'The docker command was not found: install it, or type the commands elsewhere.';
      case 'no-engine':
        return 'The lab runs docker commands, so it needs Docker or Podman: neither answers here.';
      case 'several-engines':
        return `Several engines answer (${reason.endpoints}): name one with --docker URL.`;
      case 'engine-elsewhere':
        return `The lab needs a daemon of this machine, reached by a socket, and ${reason.endpoint} may be another's.`;
      case 'no-such-call':
        return 'This is not in the list of what the lab may run: type it in a terminal.';
      case 'needs-shell':
        return `Only a shell understands "${reason.part}", and the lab asks none: type it in a terminal.`;
      case 'option':
        return `The lab does not pass on ${reason.option} to ${reason.command}: type it in a terminal.`;
      case 'value':
        return `The lab does not pass on "${reason.value}" for ${reason.option}: type it in a terminal.`;
      case 'too-many':
        return `${reason.command} is given more than the lab passes on: type it in a terminal.`;
      case 'too-few':
        return `${reason.command} is not told what to work on.`;
      case 'needs-root':
        return 'Only root may do this, and nsview does not run as root: type it in a terminal.';
      case 'among-host':
        return "In a container that shares the host's processes the lab runs nothing but sleep: type it in a terminal.";
      case 'hides-arguments':
        return 'nsview was told to leave out the arguments of processes, and this would show them: type it in a terminal.';
      case 'not-labelled':
        return `${reason.what} was not made by the lab, so the lab leaves it alone.`;
      case 'not-there':
        return `There is no ${reason.what}.`;
      case 'not-running':
        return `${reason.what} does not run.`;
      case 'name-taken':
        return `The name ${reason.what} belongs to an image that the lab has not made: it stays as it is.`;
      case 'folder-taken':
        return `${reason.path} is there and the lab has not made it, so it is left alone: move it away, and try again.`;
      case 'no-image':
        return `No image is to be had for ${reason.image} that has ${reason.programs}: ${reason.why}`;
      case 'busy':
        return `A command still runs (lesson ${reason.lesson}, step ${reason.step}): wait for its end, or stop it.`;
      case 'no-lesson':
        return `There is no lesson "${reason.lesson}".`;
      case 'no-step':
        return `The lesson has no step "${reason.step}".`;
      case 'no-command':
        return `The step has no command number ${reason.command}; the first is 0.`;
      case 'request':
        return `This is not as the lab is asked: ${reason.why}`;
      case 'deadline':
        return `It was ended after ${reason.seconds} seconds.`;
      case 'stopped':
        return 'It was stopped.';
      case 'failed':
        return `It failed: ${reason.why}`;
    }
  },
  news: (news: LabNews): string => {
    switch (news.code) {
      case 'runs':
        return `Runs: ${news.line}`;
      case 'labelled':
        return `What this makes is given the label ${news.label}, so that it can be found and removed.`;
      case 'image-here':
        return `The image ${news.image} is here and has what the step needs.`;
      case 'image-instead':
        return `${news.instead} stands in for ${news.image}: it is here and has what the step needs.`;
      case 'image-pulled':
        return `The image ${news.image} was pulled.`;
      case 'pull-failed':
        return `The image ${news.image} could not be pulled: ${news.why}`;
      case 'image-made':
        return `The image ${news.image} was made of this machine's own busybox.`;
      case 'left-out':
        return `There is no ${news.what}, so it was left out.`;
      case 'cut':
        return 'It printed more than is shown here.';
    }
  },
};
