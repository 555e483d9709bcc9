/** The parts of the work, in their order; all but the first may come again. */
export type Phase = 'COPY' | 'INDEX' | 'VERIFY' | 'CHECK';

/** Is told how the work goes. */
export interface Progress {
  /** @param rows - how many there are to go through; undefined where nobody knows, and for what is not done by rows. */
  begin(phase: Phase, rows: number | undefined): void;
  /** So many rows of the table were copied before, by a run that was broken off. */
  resume(table: string, rows: number): void;
  /** So many more rows of the table are done. */
  advance(table: string, rows: number): void;
  /** Something that whoever waits must know. */
  note(message: string): void;
  end(): void;
}
