import { originText } from '../parts/origin.js';
import { shortTypeName } from '../parts/type-name.js';
import { type Condition, OPERATOR_SIGNS } from './condition.js';
import type { AddressPatch, ListAddress } from './list-address.js';

/** One filter that is on, as the reader sees it, and what takes it away. */
export interface Chip {
  readonly key: string;
  readonly label: string;
  readonly without: AddressPatch;
}

const AT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/**
 * The filters of an address that have no control of their own in sight, in the order of the panel.
 *
 * @param nameOf - names a workspace or a run by its id.
 */
export function chipsOf(address: ListAddress, nameOf: (id: string) => string): readonly Chip[] {
  const { type, workspace, run, context, state, status, origin, name, uri, after, before, where, mlmd } = address;
  const one = (key: keyof ListAddress, label: string): Chip => ({ key, label, without: { [key]: null } });
  const each = <Value extends string>(
    key: keyof ListAddress,
    word: string,
    values: readonly Value[],
    show: (value: Value) => string,
  ) =>
    values.map((value) => ({
      key: `${key} ${value}`,
      label: `${word}: ${show(value)}`,
      without: { [key]: values.filter((other) => other !== value) },
    }));
  return [
    ...each('type', 'Type', type, shortTypeName),
    ...(workspace === '' ? [] : [one('workspace', `Workspace: ${nameOf(workspace)}`)]),
    ...(run === '' ? [] : [one('run', `Run: ${nameOf(run)}`)]),
    ...each('state', 'State', state, stateText),
    ...each('status', 'Status', status, stateText),
    ...each('origin', 'Tool', origin, originText),
    ...(after === null ? [] : [one('after', `Created after ${AT.format(after)}`)]),
    ...(before === null ? [] : [one('before', `Created before ${AT.format(before)}`)]),
    ...(context === '' ? [] : [one('context', `Context: ${nameOf(context)}`)]),
    ...(name === '' ? [] : [one('name', `MLMD name contains ${name}`)]),
    ...(uri === '' ? [] : [one('uri', `URI contains ${uri}`)]),
    ...where.map((condition, index) => ({
      key: `where ${index}`,
      label: conditionLabel(condition),
      without: { where: where.filter((other) => other !== condition) },
    })),
    ...(mlmd === '' ? [] : [one('mlmd', `MLMD: ${mlmd}`)]),
  ];
}

/** All filters of a list taken away. */
export const NO_FILTERS: AddressPatch = {
  kind: null,
  q: null,
  type: null,
  workspace: null,
  run: null,
  context: null,
  state: null,
  status: null,
  origin: null,
  name: null,
  uri: null,
  after: null,
  before: null,
  where: null,
  mlmd: null,
};

/** A state or a status in plain words: `marked for deletion`. */
export function stateText(state: string): string {
  return state.toLowerCase().replaceAll('_', ' ');
}

function conditionLabel({ property, operator, value }: Condition): string {
  return `${property} ${OPERATOR_SIGNS[operator]}${operator === 'exists' ? '' : ` ${value}`}`;
}
