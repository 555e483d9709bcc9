import type { ReactNode } from 'react';
import { NodeLink } from '../parts/node-link.js';
import { StatusBadge } from '../parts/status-badge.js';
import { durationText, Time } from '../parts/time.js';
import type { Subject } from './model/subject.js';

/** Something that is known of a subject beside what is compared. */
interface Fact {
  readonly name: string;
  /** Width of its column in pixels. */
  readonly size: number;
  readonly show: (subject: Subject) => ReactNode;
}

/** What stands above the comparison; a fact that no subject has is left out. */
export function factsOf(subjects: readonly Subject[]): readonly Fact[] {
  const facts: readonly (Fact & { readonly has: (subject: Subject) => boolean })[] = [
    {
      name: 'Status',
      size: 120,
      has: ({ status }) => status !== null,
      show: ({ status }) => <StatusBadge status={status} />,
    },
    {
      name: 'Started',
      size: 200,
      has: ({ startedAt }) => startedAt !== null,
      show: ({ startedAt }) => <Time at={startedAt} />,
    },
    {
      name: 'Duration',
      size: 120,
      has: ({ startedAt, finishedAt }) => durationText(startedAt, finishedAt) !== undefined,
      show: ({ startedAt, finishedAt }) => durationText(startedAt, finishedAt) ?? '–',
    },
    {
      name: 'Workspace',
      size: 160,
      has: ({ workspace }) => workspace !== null,
      show: ({ workspace }) => workspace && <NodeLink to={workspace} />,
    },
  ];
  return facts.filter(({ has }) => subjects.some(has));
}
