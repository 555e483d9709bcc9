import { ServerInterceptingCall, type ServerInterceptor } from '@grpc/grpc-js';

/** Counts the calls of a server that take one message and give one; streams, which may stay for ever, do not count. */
export class CallsUnderWay {
  #count = 0;
  #onNone: (() => void) | undefined;

  /** To be given to the server. */
  readonly interceptor: ServerInterceptor = (method, call) => {
    if (method.requestStream || method.responseStream) return new ServerInterceptingCall(call);
    return new ServerInterceptingCall(call, {
      start: (next) =>
        next({
          onReceiveMetadata: (metadata, proceed) => {
            this.#count += 1;
            proceed(metadata);
          },
          // Told once of every call that began: when its reply is out, and when it is cut off.
          onCancel: () => {
            this.#count -= 1;
            if (this.#count === 0) this.#onNone?.();
          },
        }),
    });
  };

  /** Resolves when no call is under way. To be called once. */
  none(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#count === 0) resolve();
      else this.#onNone = resolve;
    });
  }
}
