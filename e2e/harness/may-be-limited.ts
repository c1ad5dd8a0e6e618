import { demand } from './command';
import type { Dockerd } from './dockerd';

/** Can what a container writes into its own layer be limited there, by what the daemon says of its store? */
export async function mayBeLimited(dockerd: Dockerd): Promise<boolean> {
  const format = '{{.Driver}}{{range .DriverStatus}} {{index . 0}}={{index . 1}}{{end}}';
  const said = demand(await dockerd.cli('info', '--format', format), 'docker info');
  return !/^overlay2 .*Backing Filesystem=(?!xfs\b)/.test(said);
}
