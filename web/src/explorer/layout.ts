import type { ElkNode } from 'elkjs/lib/elk-api.js';
import ELK from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { elkGraph, sceneOf, warmUpGraph } from './model/elk-graph.js';
import type { Diagram, Scene } from './model/scene.js';

/** A worker that lays out one diagram after the other, off the page's own thread. */
export class Layout {
  private worker = startWorker();
  private isBusy = false;

  /**
   * The diagram with places. What was asked before and is still on its way is given up: its promise never settles.
   *
   * @throws Error where the layout fails.
   */
  async place(diagram: Diagram): Promise<Scene> {
    if (diagram.boxes.length === 0) return { width: 0, height: 0, boxes: [], lines: [] };
    if (this.isBusy) {
      this.worker.elk.terminateWorker();
      this.worker = startWorker();
    }
    this.isBusy = true;
    const { worker } = this;
    const placed: ElkNode = await Promise.race([worker.elk.layout(elkGraph(diagram)), worker.failure]);
    // One that has failed stays busy, so that the next diagram gets another.
    if (worker === this.worker) this.isBusy = false;
    return sceneOf(diagram, placed);
  }

  /** Ends the worker. */
  close(): void {
    this.worker.elk.terminateWorker();
  }
}

/** Begins to load the code and to run it at once, so that it is there, and fast, when the first answer is. */
function startWorker() {
  const worker = new Worker(workerUrl);
  // The library waits for ever where the code does not come, as when another version has taken the server's place.
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('What lays out the graph did not load. Reload the page.')));
  });
  failure.catch(() => undefined);
  const elk = new ELK({ workerFactory: () => worker });
  elk.layout(warmUpGraph()).catch(() => undefined);
  return { elk, failure };
}
