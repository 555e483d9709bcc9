import { INT64_MAX, INT64_MIN, type NodeKind } from '../../model.js';
import { canCast, cast, castType, coerce, goesAs, isNull, unify } from './coercion.js';
import { type Columns, NEIGHBOR_COLUMNS, NODE_COLUMNS, PROPERTY_COLUMNS } from './columns.js';
import { FUNCTIONS, isFunction } from './functions.js';
import { checkOperation } from './operations.js';
import { refusal } from './refusal.js';
import type { Syntax } from './syntax.js';
import type { Expression, Join, NodeColumn, Relation, ValueType } from './tree.js';

/** A query whose names and types are known to be right. */
export interface Checked {
  readonly condition: Expression;
  readonly joins: readonly Join[];
}

/** Finds the columns, and checks the types. Throws `INVALID_ARGUMENT`, naming the place. */
export function check(kind: NodeKind, syntax: Syntax): Checked {
  const checker = new Checker(kind);
  const condition = checker.check(syntax);
  if (condition.type !== 'BOOL') throw refusal(syntax.at, 'The whole is not a condition that is true or false.');
  return { condition, joins: checker.joins };
}

class Checker {
  readonly #kind: NodeKind;
  readonly #places = new Map<string, number>();
  readonly joins: Join[] = [];

  constructor(kind: NodeKind) {
    this.#kind = kind;
  }

  check(syntax: Syntax): Expression {
    const { at } = syntax;
    switch (syntax.form) {
      case 'LITERAL':
        return literal(syntax.value, at);
      case 'COLUMN':
        return this.#column(syntax.name, at);
      case 'NEIGHBOR':
        return this.#neighbor(syntax.relation, syntax.alias, syntax.name, at);
      case 'PROPERTY': {
        const { name, custom, column } = syntax;
        const join = this.#join(`${custom} ${name}`, { to: 'PROPERTY', name, custom });
        return { op: 'COLUMN', type: PROPERTY_COLUMNS[column], join, column };
      }
      case 'OPERATION':
        return checkOperation(
          syntax.operator,
          at,
          syntax.of.map((operand) => this.check(operand)),
        );
      case 'CALL':
        return call(
          syntax.name,
          at,
          syntax.arguments.map((argument) => this.check(argument)),
        );
      case 'CASE':
        return this.#case(syntax);
      case 'CAST':
        return this.#cast(this.check(syntax.of), syntax.to, at);
      default:
        return syntax satisfies never;
    }
  }

  #column(name: string, at: number): Expression {
    const found = columnOf(NODE_COLUMNS[this.#kind], name);
    if (found === undefined) throw refusal(at, `${NOUNS[this.#kind]} have no '${name.slice(0, 60)}' to filter by.`);
    const join = found.column === 'type' ? this.#join('type', { to: 'TYPE' }) : undefined;
    return { op: 'COLUMN', join, ...found };
  }

  #neighbor(relation: Relation, alias: string, name: string, at: number): Expression {
    const columns = NEIGHBOR_COLUMNS[this.#kind][relation];
    if (columns === undefined) throw refusal(at, `${NOUNS[this.#kind]} have no ${relation} to filter by.`);
    const found = columnOf(columns, name);
    if (found === undefined) throw refusal(at, `${relation} have no '${name.slice(0, 60)}' to filter by.`);
    const join = this.#join(`${relation} ${alias.toLowerCase()}`, { to: 'NEIGHBOR', relation, alias });
    const joined = this.joins[join];
    if (joined?.to === 'NEIGHBOR' && joined.alias !== alias) {
      throw refusal(at, `The aliases ${relation}_${joined.alias} and ${relation}_${alias} differ by case only.`);
    }
    return { op: 'COLUMN', join, ...found };
  }

  #join(key: string, join: Join): number {
    const place = this.#places.get(key) ?? this.joins.push(join) - 1;
    this.#places.set(key, place);
    return place;
  }

  #case({ at, operand, branches, otherwise }: Extract<Syntax, { form: 'CASE' }>): Expression {
    const whens = branches.map(({ when }) => this.check(when));
    const outcomes = [...branches.map(({ value }) => value), otherwise];
    const values = outcomes.map(
      (outcome): Expression => (outcome === undefined ? literal(null, at) : this.check(outcome)),
    );
    const results = unify(values, at, 'outcomes of CASE');
    const conditions = operand === undefined ? whens : equalTo(this.check(operand), whens, at);
    if (!conditions.every((condition) => goesAs(condition, 'BOOL'))) throw refusal(at, 'WHEN wants a condition.');
    const last = results[branches.length] as Expression;
    return {
      op: 'CASE',
      type: last.type,
      branches: conditions.map((when, place) => ({ when: coerce(when, 'BOOL'), value: results[place] as Expression })),
      otherwise: last,
    };
  }

  #cast(value: Expression, name: string, at: number): Expression {
    const type = castType(name);
    if (type === undefined) throw refusal(at, `The type ${name.slice(0, 60)} is not supported.`);
    if (!isNull(value) && !canCast(value.type, type)) throw refusal(at, `${value.type} does not convert to ${type}.`);
    return cast(value, type);
  }
}

const NOUNS: Readonly<Record<NodeKind, string>> = {
  ARTIFACT: 'Artifacts',
  EXECUTION: 'Executions',
  CONTEXT: 'Contexts',
};

function columnOf(
  columns: Columns,
  name: string,
): { readonly column: NodeColumn; readonly type: ValueType } | undefined {
  const column = name.toLowerCase() as NodeColumn;
  const type = Object.hasOwn(columns, column) ? columns[column] : undefined;
  return type && { column, type };
}

function literal(value: bigint | number | string | boolean | null, at: number): Expression {
  switch (typeof value) {
    case 'bigint':
      if (value < INT64_MIN) throw refusal(at, `${value} is too small for an integer of 64 bits.`);
      return { op: 'LITERAL', type: value > INT64_MAX ? 'UINT64' : 'INT64', value };
    case 'number':
      return { op: 'LITERAL', type: 'FLOAT64', value };
    case 'string':
      return { op: 'LITERAL', type: 'STRING', value };
    case 'boolean':
      return { op: 'LITERAL', type: 'BOOL', value };
    default:
      return { op: 'LITERAL', type: 'INT64', value };
  }
}

/** What `CASE x WHEN y` asks: x = y, for each of the `whens`. */
function equalTo(operand: Expression, whens: readonly Expression[], at: number): readonly Expression[] {
  const [left, ...rights] = unify([operand, ...whens], at, 'operand and values of CASE');
  return rights.map((right) => ({ op: 'COMPARE', type: 'BOOL', comparison: '=', left: left as Expression, right }));
}

function call(written: string, at: number, given: readonly Expression[]): Expression {
  const name = written.toUpperCase();
  if (!isFunction(name)) throw refusal(at, `The function ${written.slice(0, 60)} is not supported.`);
  const { takes, least, variadic, gives } = FUNCTIONS[name];
  if (given.length < least || (given.length > takes.length && variadic !== true)) {
    throw refusal(at, `${name} does not take ${given.length} arguments.`);
  }
  const open = takes[0] === 'ANY' ? unify(given, at, `arguments of ${name}`) : given;
  const taken = open.map((argument, place) => {
    const wanted = takes[Math.min(place, takes.length - 1)];
    const type = wanted === 'ANY' ? argument.type : wanted === 'NUMBER' ? numberType(argument) : wanted;
    if (type === undefined || !goesAs(argument, type)) {
      throw refusal(at, `Argument ${place + 1} of ${name} is ${argument.type}, not ${wanted}.`);
    }
    return coerce(argument, type);
  });
  const [first] = taken;
  return {
    op: 'CALL',
    type: gives === 'SAME' && first !== undefined ? first.type : (gives as ValueType),
    function: name,
    arguments: taken,
  };
}

function numberType({ type }: Expression): ValueType | undefined {
  return type === 'INT64' || type === 'FLOAT64' ? type : undefined;
}
