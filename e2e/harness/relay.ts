import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between pages and a server, and can break every connection that there is. */
export class Relay {
  private readonly ends = new Set<Socket>();
  private target = { host: '127.0.0.1', port: 0 };
  private readonly server = createServer((viewer) => {
    const server = connect(this.target);
    for (const [end, other] of [
      [viewer, server],
      [server, viewer],
    ] as const) {
      this.ends.add(end);
      end.on('error', () => other.destroy());
      end.on('close', () => this.ends.delete(end));
      end.pipe(other);
    }
  });

  /** `host:port` at which it is reached. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as AddressInfo;
    return `127.0.0.1:${port}`;
  }

  /** @param url of the server, which must allow the relay's name */
  to(url: string): void {
    const { hostname, port } = new URL(url);
    this.target = { host: hostname, port: Number(port) };
  }

  /** Breaks all connections; new ones are let through. */
  cut(): void {
    for (const end of this.ends) end.destroy();
  }

  close(): void {
    this.server.close();
    this.cut();
  }
}
