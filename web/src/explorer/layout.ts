import type { ElkNode } from 'elkjs/lib/elk-api.js';
import ELK from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { elkGraph, sceneOf } from './model/elk-graph.js';
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
      this.worker.terminateWorker();
      this.worker = startWorker();
    }
    this.isBusy = true;
    const { worker } = this;
    try {
      const placed: ElkNode = await worker.layout(elkGraph(diagram));
      return sceneOf(diagram, placed);
    } finally {
      if (worker === this.worker) this.isBusy = false;
    }
  }

  /** Ends the worker. */
  close(): void {
    this.worker.terminateWorker();
  }
}

/** Begins to load the code at once, so that it is there when the first answer is. */
function startWorker() {
  return new ELK({ workerFactory: () => new Worker(workerUrl) });
}
