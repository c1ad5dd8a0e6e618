import { expect, it } from 'vitest';
import { sampleReading } from './sample-reading';
import { hasOwnKernel } from './own-kernel';

it.each([
  ['runc', [], false],
  ['crun', [], false],
  ['youki', [], false],
  ['/usr/local/sbin/runc', [], false],
  ['io.containerd.runc.v2', [], false],
  ['nvidia', [], false],
  ['/usr/bin/nvidia-container-runtime', [], false],
  ['runsc', [], true],
  ['gvisor', [], true],
  ['kata-qemu', [], true],
  ['io.containerd.kata-clh.v2', [], true],
  ['kata-runtime', [], true],
  ['io.containerd.kata.v2', [], true],
  // A virtual machine that somebody runs in an ordinary container.
  ['runc', ['/usr/bin/qemu-system-x86_64', '-m', '512'], false],
  // Handlers of CRI-O's, called as an administrator likes.
  ['high-performance', [], false],
  ['crun-wasm', ['wasm', 'till.wasm'], false],
  ['isolated', ['/usr/bin/qemu-system-x86_64', '-m', '512'], true],
  ['untrusted', ['runsc-sandbox', '--root=/run'], true],
  ['katalog', ['sleep', '1d'], false],
  [null, ['sleep', '1d'], false],
  [null, ['runsc-sandbox', '--root=/run'], true],
  [null, ['/usr/bin/qemu-system-x86_64', '-m', '512'], true],
  [null, ['/opt/kata/bin/cloud-hypervisor'], true],
  [null, ['/usr/bin/firecracker'], true],
  ['', ['/usr/bin/containerd-shim-kata-v2'], true],
])('runtime %s, leader %j: %s', (runtime, args, expected) => {
  expect(hasOwnKernel({ runtime }, { ...sampleReading(7), args })).toBe(expected);
  if (args.length === 0) expect(hasOwnKernel({ runtime }, undefined)).toBe(expected);
});
