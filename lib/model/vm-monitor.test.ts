import { expect, it } from 'vitest';
import { vmMonitor } from './vm-monitor';

it.each<[string, string, string[] | null, string | null]>([
  [
    'QEMU by its path',
    'qemu-system-x86',
    ['/usr/bin/qemu-system-x86_64', '-m', '1G'],
    'qemu-system-x86_64',
  ],
  ['QEMU of Red Hat', 'qemu-kvm', ['/usr/libexec/qemu-kvm'], 'qemu-kvm'],
  ['arguments that are not known', 'firecracker', null, 'firecracker'],
  ['a name that the kernel cut', 'cloud-hyperviso', null, 'cloud-hyperviso'],
  ['no arguments', 'firecracker', [''], 'firecracker'],
  ['a tool of QEMU', 'qemu-img', ['qemu-img', 'info'], null],
  ['one that is only asked for it', 'grep', ['grep', 'qemu-system-x86_64'], null],
])('%s', (_, comm, args, expected) => {
  expect(vmMonitor({ comm, args, kernelThread: false })).toBe(expected);
});

it('is no thread of the kernel', () => {
  expect(vmMonitor({ comm: 'firecracker', args: null, kernelThread: true })).toBeNull();
});
