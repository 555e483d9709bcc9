import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

/** A connection's middle man, who can be slow, deaf or gone. */
export class TcpProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Where connections lead to; may be changed for those to come. */
  target: number;
  /** How long each piece of data is held back, in milliseconds. */
  delayMs = 0;
  /** Whether what comes back from the target is thrown away. */
  losesReplies = false;
  /** What a client gets in the place of what comes back from the target next. */
  saysNext: Buffer | undefined;

  /** Listens on 127.0.0.1 until the test is over. */
  static async to(target: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    onTestFinished(() => proxy.#close());
    return proxy;
  }

  private constructor(target: number) {
    this.target = target;
    this.#server = createServer((client) => this.#join(client, connect(this.target, '127.0.0.1')));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Resets every connection; new ones are let through. */
  reset(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  /** Keeps the connections there are, and passes nothing on between their ends any more. */
  deafen(): void {
    for (const socket of this.#sockets) socket.removeAllListeners('data').resume();
  }

  #join(client: Socket, target: Socket): void {
    for (const [from, to] of [
      [client, target],
      [target, client],
    ] as const) {
      this.#sockets.add(from);
      from.on('error', () => {});
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      from.on('data', async (data) => {
        if (from === target && this.losesReplies) return;
        if (this.delayMs > 0) await sleep(this.delayMs);
        if (!to.destroyed) to.write(from === target ? this.#instead(data) : data);
      });
    }
  }

  #instead(reply: Buffer): Buffer {
    const said = this.saysNext ?? reply;
    this.saysNext = undefined;
    return said;
  }

  #close(): void {
    this.#server.close();
    this.reset();
  }
}
