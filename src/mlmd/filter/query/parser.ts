import { refusal } from './refusal.js';
import { Measure, type Operator, type Syntax } from './syntax.js';
import { isSign, isWord, type Token } from './token.js';

/**
 * The form of a filter query.
 *
 * @throws MetadataError `INVALID_ARGUMENT` where the tokens make none, `RESOURCE_EXHAUSTED` where they make too large a one.
 */
export function parse(tokens: readonly Token[]): Syntax {
  const parser = new Parser(tokens);
  const syntax = parser.expression();
  parser.expectEnd();
  return syntax;
}

/** Operators with two operands, from the loosest to the tightest; those of one level go from left to right. */
const LEVELS: readonly (readonly Operator[])[] = [['|'], ['&'], ['<<', '>>'], ['+', '-'], ['*', '/']];

const COMPARISONS: Readonly<Record<string, Operator>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

const SIGNED: Readonly<Record<string, Operator>> = { '-': 'NEGATE', '+': 'PLUS', '~': '~' };

/** Words that are no names. GoogleSQL has more; they name no column either, and are refused as such. */
const KEYWORDS = new Set('AND AS BETWEEN CASE ELSE END IN IS LIKE NOT OR SELECT THEN WHEN'.split(' '));

/** Comparisons, IN, BETWEEN, LIKE and IS are one level, and none of them stands beside another without parentheses. */
class Parser {
  readonly #tokens: readonly Token[];
  readonly #measure = new Measure();
  #place = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  expression(): Syntax {
    return this.#measure.deeper(this.#token.at, () => this.#list('OR', () => this.#list('AND', () => this.#not())));
  }

  expectEnd(): void {
    if (this.#token.kind !== 'END') throw this.#unexpected('the end');
  }

  #list(operator: 'AND' | 'OR', next: () => Syntax): Syntax {
    const { at } = this.#token;
    const first = next();
    const of = [first];
    while (this.#takeWord(operator)) of.push(next());
    return of.length === 1 ? first : this.#operation(at, operator, of);
  }

  #not(): Syntax {
    const { at } = this.#token;
    if (!this.#takeWord('NOT')) return this.#comparison();
    return this.#operation(at, 'NOT', [this.#measure.deeper(at, () => this.#not())]);
  }

  #comparison(): Syntax {
    const left = this.#binary(0);
    const { at, text } = this.#token;
    const comparison = this.#token.kind === 'SIGN' ? COMPARISONS[text] : undefined;
    if (comparison !== undefined) {
      this.#place += 1;
      return this.#operation(at, comparison, [left, this.#binary(0)]);
    }
    if (this.#takeWord('IS')) return this.#is(at, left);
    const negated = this.#takeWord('NOT');
    const predicate = this.#predicate(at, left);
    if (predicate === undefined && negated) throw this.#unexpected('IN, BETWEEN or LIKE');
    if (predicate === undefined) return left;
    return negated ? this.#operation(at, 'NOT', [predicate]) : predicate;
  }

  #is(at: number, value: Syntax): Syntax {
    const negated = this.#takeWord('NOT');
    const what = (['NULL', 'TRUE', 'FALSE', 'UNKNOWN'] as const).find((word) => this.#takeWord(word));
    if (what === undefined) throw this.#unexpected('NULL, TRUE, FALSE or UNKNOWN');
    const test = this.#operation(at, `IS ${what}`, [value]);
    return negated ? this.#operation(at, 'NOT', [test]) : test;
  }

  #predicate(at: number, value: Syntax): Syntax | undefined {
    if (this.#takeWord('IN')) {
      this.#expectSign('(');
      return this.#operation(at, 'IN', [value, ...this.#options()]);
    }
    if (this.#takeWord('LIKE')) return this.#operation(at, 'LIKE', [value, this.#binary(0)]);
    if (!this.#takeWord('BETWEEN')) return undefined;
    const low = this.#binary(0);
    this.#expectWord('AND');
    return this.#operation(at, 'BETWEEN', [value, low, this.#binary(0)]);
  }

  /** The right side of IN. Where it holds literals only it costs nothing, as it goes into one parameter. */
  #options(): readonly Syntax[] {
    const options = this.#items((option) => option.form === 'LITERAL' && this.#measure.count(-1));
    if (!options.every(({ form }) => form === 'LITERAL')) this.#measure.count(options.length);
    return options;
  }

  /** One or more expressions, and the closing parenthesis. */
  #items(each?: (item: Syntax) => void): readonly Syntax[] {
    const items: Syntax[] = [];
    do {
      const item = this.expression();
      each?.(item);
      items.push(item);
    } while (this.#takeSign(','));
    this.#expectSign(')');
    return items;
  }

  #binary(level: number): Syntax {
    const operators = LEVELS[level];
    if (operators === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (let length = 1; ; length += 1) {
      const { at } = this.#token;
      const operator = operators.find((sign) => this.#takeSign(sign));
      if (operator === undefined) return left;
      this.#measure.chained(at, length);
      left = this.#operation(at, operator, [left, this.#binary(level + 1)]);
    }
  }

  #unary(): Syntax {
    const { at, kind, text } = this.#token;
    const operator = kind === 'SIGN' ? SIGNED[text] : undefined;
    if (operator === undefined) return this.#primary();
    this.#place += 1;
    const operand = this.#token;
    // The sign belongs to the number, or the least integer could not be written.
    if (operator === 'NEGATE' && (operand.kind === 'INTEGER' || operand.kind === 'FLOAT')) {
      this.#place += 1;
      return this.#literal(at, -operand.value);
    }
    return this.#operation(at, operator, [this.#measure.deeper(at, () => this.#unary())]);
  }

  #primary(): Syntax {
    const token = this.#token;
    const { at } = token;
    if (isSign(token, '(')) {
      this.#place += 1;
      const inner = this.expression();
      this.#expectSign(')');
      return inner;
    }
    switch (token.kind) {
      case 'INTEGER':
      case 'FLOAT':
      case 'STRING':
        this.#place += 1;
        return this.#literal(at, token.value);
      case 'PROPERTY':
        this.#place += 1;
        return this.#counted({ form: 'PROPERTY', at, custom: token.custom, name: token.name, column: token.column });
      case 'NEIGHBOR': {
        this.#place += 1;
        const { relation, alias } = token;
        return this.#counted({ form: 'NEIGHBOR', at, relation, alias, name: this.#name() });
      }
      case 'WORD':
        return this.#word();
      case 'QUOTED':
        return this.#columnOrCall();
      case 'SIGN':
      case 'END':
        throw this.#unexpected('a value');
      default:
        return token satisfies never;
    }
  }

  #word(): Syntax {
    const { at } = this.#token;
    if (this.#takeWord('NULL')) return this.#literal(at, null);
    if (this.#takeWord('TRUE')) return this.#literal(at, true);
    if (this.#takeWord('FALSE')) return this.#literal(at, false);
    if (this.#takeWord('CASE')) return this.#case(at);
    if (this.#takeWord('CAST')) return this.#cast(at);
    return this.#columnOrCall();
  }

  #columnOrCall(): Syntax {
    const { at } = this.#token;
    const name = this.#name();
    if (!this.#takeSign('(')) return this.#counted({ form: 'COLUMN', at, name });
    return this.#counted({ form: 'CALL', at, name, arguments: this.#takeSign(')') ? [] : this.#items() });
  }

  #case(at: number): Syntax {
    const operand = isWord(this.#token, 'WHEN') ? undefined : this.expression();
    const branches: { when: Syntax; value: Syntax }[] = [];
    do {
      this.#expectWord('WHEN');
      const when = this.expression();
      this.#expectWord('THEN');
      branches.push({ when, value: this.expression() });
    } while (isWord(this.#token, 'WHEN'));
    const otherwise = this.#takeWord('ELSE') ? this.expression() : undefined;
    this.#expectWord('END');
    return this.#counted({ form: 'CASE', at, operand, branches, otherwise });
  }

  #cast(at: number): Syntax {
    this.#expectSign('(');
    const of = this.expression();
    this.#expectWord('AS');
    const to = this.#name();
    this.#expectSign(')');
    return this.#counted({ form: 'CAST', at, of, to });
  }

  #name(): string {
    const token = this.#token;
    if (token.kind !== 'QUOTED' && token.kind !== 'WORD') throw this.#unexpected('a name');
    if (token.kind === 'WORD' && KEYWORDS.has(token.text.toUpperCase())) throw this.#unexpected('a value');
    this.#place += 1;
    return token.kind === 'QUOTED' ? token.name : token.text;
  }

  #literal(at: number, value: bigint | number | string | boolean | null): Syntax {
    return this.#counted({ form: 'LITERAL', at, value });
  }

  #operation(at: number, operator: Operator, of: readonly Syntax[]): Syntax {
    return this.#counted({ form: 'OPERATION', at, operator, of });
  }

  #counted(syntax: Syntax): Syntax {
    this.#measure.count(1);
    return syntax;
  }

  get #token(): Token {
    // The last token is END, and nothing takes it.
    return this.#tokens[this.#place] as Token;
  }

  #takeWord(word: string): boolean {
    const isThere = isWord(this.#token, word);
    if (isThere) this.#place += 1;
    return isThere;
  }

  #takeSign(sign: string): boolean {
    const isThere = isSign(this.#token, sign);
    if (isThere) this.#place += 1;
    return isThere;
  }

  #expectWord(word: string): void {
    if (!this.#takeWord(word)) throw this.#unexpected(word);
  }

  #expectSign(sign: string): void {
    if (!this.#takeSign(sign)) throw this.#unexpected(sign);
  }

  #unexpected(wanted: string) {
    const { kind, text, at } = this.#token;
    const found = kind === 'END' ? 'the text ends' : `there is '${text.slice(0, 40)}'`;
    return refusal(at, `${found} where ${wanted} should be.`);
  }
}
