import {
  type ArtifactId,
  EVENT_TYPES,
  type Event,
  type EventType,
  type ExecutionId,
  type PathStep,
} from '../../model.js';
import type * as wire from '../generated/ml_metadata/proto/metadata_store.js';

/** An event as a service answers with it. */
export function toEvent(message: wire.Event): Event {
  return {
    artifactId: (message.artifactId ?? 0n) as ArtifactId,
    executionId: (message.executionId ?? 0n) as ExecutionId,
    type: eventTypeOf(message) ?? 'UNKNOWN',
    timeMs: message.millisecondsSinceEpoch,
    path: toPath(message.path),
  };
}

/** The message of an event; its path is unset where it has no steps. */
export function fromEvent({ artifactId, executionId, type, timeMs, path }: Event): wire.Event {
  return {
    artifactId,
    executionId,
    type: EVENT_TYPES.indexOf(type),
    millisecondsSinceEpoch: timeMs,
    path: fromPath(path),
  };
}

/** @returns undefined where the message sets none, or a number that is none: enums are closed. */
export function eventTypeOf({ type }: wire.Event): EventType | undefined {
  return type === undefined ? undefined : EVENT_TYPES[type];
}

/** The number of an event's type. */
export function fromEventType(type: EventType): wire.Event_Type {
  return EVENT_TYPES.indexOf(type);
}

/** Steps in order; one with neither an index nor a key is left out. */
export function toPath(path: wire.Event_Path | undefined): readonly PathStep[] {
  return (path?.steps ?? []).flatMap(({ value }): readonly PathStep[] => {
    if (value === undefined) return [];
    return [value.$case === 'index' ? { index: value.value } : { key: value.value }];
  });
}

/** @returns undefined for no steps. */
export function fromPath(path: readonly PathStep[]): wire.Event_Path | undefined {
  if (path.length === 0) return undefined;
  return {
    steps: path.map((step) => ({
      value: 'index' in step ? { $case: 'index', value: step.index } : { $case: 'key', value: step.key },
    })),
  };
}
