/** One measured value. */
export interface MetricValue {
  readonly name: string;
  /** Undefined where what is stored is no number; NaN and the infinities are numbers. */
  readonly value: number | undefined;
  /** What is stored, as one line. */
  readonly text: string;
}
