/**
 * A type's name as one says it: `tfx.components.trainer.component.Trainer` is a Trainer, `kubeflow.org/alpha/data_set` a
 * data_set. Short names stay as they are.
 */
export function shortType(typeName: string): string {
  const last = typeName.split('/').at(-1) ?? typeName;
  return last.includes('.') && !last.startsWith('system.') ? (last.split('.').at(-1) ?? last) : last;
}
