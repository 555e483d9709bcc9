import type { ReactElement } from 'react';
import { Empty } from '../parts/states.js';

/** Says that the page is still to come. */
export function ExplorerPage(): ReactElement {
  return <Empty title="Not there yet" />;
}
