import type { Server, ServerUnaryCall, ServerWritableStream, sendUnaryData } from '@grpc/grpc-js';
import { service } from 'grpc-health-check';
import { GRPC_STATUS } from '../../../errors.js';

/** How often, in milliseconds, those who watch are looked after. */
const WATCH_MS = 5_000;

type Status = 'SERVING' | 'NOT_SERVING' | 'SERVICE_UNKNOWN';
interface Request {
  readonly service: string;
}
type Watcher = ServerWritableStream<Request, { readonly status: Status }>;

/** Answers `grpc.health.v1.Health` for the server as a whole (an empty name) and for each of its services. */
export class Health {
  readonly #services: ReadonlySet<string>;
  readonly #isReady: () => Promise<boolean>;
  readonly #watchers = new Map<Watcher, Status>();
  #timer: NodeJS.Timeout | undefined;
  #isStopping = false;

  /** @param isReady - whether the store answers; asked for each check, and every {@link WATCH_MS} while anyone watches. */
  constructor(services: readonly string[], isReady: () => Promise<boolean>) {
    this.#services = new Set(['', ...services]);
    this.#isReady = isReady;
  }

  /** Adds the service to a server. */
  addTo(server: Server): void {
    server.addService(service, {
      check: async ({ request }: ServerUnaryCall<Request, unknown>, reply: sendUnaryData<unknown>) => {
        if (this.#services.has(request.service)) reply(null, { status: await this.#status() });
        else reply({ code: GRPC_STATUS.NOT_FOUND, details: 'The health of this service is not known.' });
      },
      list: async (_call: unknown, reply: sendUnaryData<unknown>) => {
        const status = await this.#status();
        reply(null, { statuses: Object.fromEntries([...this.#services].map((name) => [name, { status }])) });
      },
      watch: (watcher: Watcher) => this.#watch(watcher),
    });
  }

  /** From now on nothing is SERVING, and whoever watches is told so and let go. */
  stop(): void {
    this.#isStopping = true;
    clearInterval(this.#timer);
    for (const watcher of this.#watchers.keys()) {
      watcher.write({ status: 'NOT_SERVING' });
      watcher.end();
    }
  }

  async #status(): Promise<Status> {
    return !this.#isStopping && (await this.#isReady()) ? 'SERVING' : 'NOT_SERVING';
  }

  async #watch(watcher: Watcher): Promise<void> {
    if (!this.#services.has(watcher.request.service)) {
      watcher.write({ status: 'SERVICE_UNKNOWN' });
      return;
    }
    this.#timer ??= setInterval(() => void this.#tellChanges(), WATCH_MS).unref();
    watcher.on('cancelled', () => this.#watchers.delete(watcher));
    const status = await this.#status();
    if (watcher.cancelled) return;
    this.#watchers.set(watcher, status);
    watcher.write({ status });
    if (this.#isStopping) watcher.end();
  }

  async #tellChanges(): Promise<void> {
    if (this.#watchers.size === 0) return;
    const status = await this.#status();
    for (const [watcher, told] of this.#watchers) {
      if (told === status || this.#isStopping) continue;
      this.#watchers.set(watcher, status);
      watcher.write({ status });
    }
  }
}
