import { isWrite } from '../../../src/mlmd/wire/rpc.js';
import type { Disagreement, Played, Source } from './sequence.js';
import type { Outcome } from './side.js';
import type { Step } from './step.js';

/** Leaves out steps for as long as there is still some disagreement, in at most `tries` replays. */
export async function shrink(
  found: Disagreement,
  replay: (source: Source) => Promise<Played>,
  tries = 200,
): Promise<Disagreement> {
  const isSame = (other: Disagreement | undefined) => other !== undefined && signature(other) === signature(found);
  let best = found;
  let left = tries;
  const writes = await replay(
    listed(found.steps.filter(({ rpc }, at) => isWrite(rpc) || at === found.steps.length - 1)),
  );
  if (isSame(writes.disagreement) && writes.disagreement !== undefined) best = writes.disagreement;
  for (let size = Math.ceil(best.steps.length / 2); size >= 1 && left > 0; size = Math.floor(size / 2)) {
    for (let from = 0; from < best.steps.length - 1 && left > 0; left -= 1) {
      const rest = best.steps.filter((_, at) => at < from || at >= Math.min(from + size, best.steps.length - 1));
      const { disagreement } = await replay(listed(rest));
      if (disagreement !== undefined && isSame(disagreement) && disagreement.steps.length < best.steps.length)
        best = disagreement;
      else from += size;
    }
  }
  return best;
}

/** What makes two disagreements likely to be one. */
function signature({ steps, engine, ours }: Disagreement): string {
  const codes = ({ replies }: Outcome) => replies.map(({ code }) => code).join();
  return `${steps.at(-1)?.rpc} ${codes(engine)} ${codes(ours)}`;
}

function listed(steps: readonly Step[]): Source {
  const rest = [...steps];
  return () => rest.shift();
}
