import { UnknownCall } from './graph-failure.ts';

/** Operators by what they may be used on; `field/any` is a condition on the elements of a list. */
export type FilterRules = Readonly<Record<string, readonly Operator[]>>;
type Operator = 'eq' | 'ne' | 'ge' | 'le' | 'in' | 'startswith';
type Row = unknown;
type Condition = (row: Row) => boolean;
type Value = string | number | boolean | null;

const token = /\s*('(?:[^']|'')*'|\d[\d\-T:.Z]*(?:[a-f\d-]*)|[A-Za-z_][\w/.]*|[(),:])/y;

/**
 * A `$filter` of OData, as far as it is documented for one call.
 * @throws UnknownCall for what is not
 */
export function filterOf(text: string, rules: FilterRules): Condition {
  const tokens = tokensOf(text);
  let at = 0;
  const next = () => tokens[at++] ?? refuse(`Syntax error at the end of '${text}'.`);
  const isNext = (expected: string) => tokens[at] === expected && (at += 1) > 0;
  const expect = (expected: string) => {
    if (!isNext(expected)) refuse(`Syntax error: '${expected}' expected in '${text}'.`);
  };

  function either(scope: Scope): Condition {
    const parts = [both(scope)];
    while (isNext('or')) parts.push(both(scope));
    return (row) => parts.some((part) => part(row));
  }

  function both(scope: Scope): Condition {
    const parts = [single(scope)];
    while (isNext('and')) parts.push(single(scope));
    return (row) => parts.every((part) => part(row));
  }

  function single(scope: Scope): Condition {
    if (isNext('(')) {
      const inner = either(scope);
      expect(')');
      return inner;
    }
    const name = next();
    if (name === 'startswith') return startsWith(scope);
    if (name.endsWith('/any') && isNext('(')) return any(name);
    const operator = next();
    const field = scope.field(name, operator);
    if (operator === 'in') {
      const values = list();
      return (row) => values.some((value) => isSame(field(row), value));
    }
    return compare(field, operator, valueOf(next()));
  }

  function startsWith(scope: Scope): Condition {
    expect('(');
    const field = scope.field(next(), 'startswith');
    expect(',');
    const start = String(valueOf(next())).toLowerCase();
    expect(')');
    return (row) => String(field(row)).toLowerCase().startsWith(start);
  }

  function any(name: string): Condition {
    const variable = next();
    expect(':');
    const inner = either(scopeOf(rules, name, variable));
    expect(')');
    const list = read(name.slice(0, -'/any'.length));
    return (row) => {
      const elements = list(row);
      return Array.isArray(elements) && elements.some(inner);
    };
  }

  function list(): Value[] {
    expect('(');
    const values = [valueOf(next())];
    while (isNext(',')) values.push(valueOf(next()));
    expect(')');
    return values;
  }

  const condition = either(scopeOf(rules));
  if (at < tokens.length) refuse(`Syntax error at '${tokens[at] ?? ''}' in '${text}'.`);
  return condition;
}

interface Scope {
  /** @throws UnknownCall if the operator is not documented for it */
  field(name: string, operator: string): (row: Row) => unknown;
}

function scopeOf(rules: FilterRules, list?: string, variable = ''): Scope {
  return {
    field(name, operator) {
      const path = list === undefined ? name : name === variable ? '' : name.replace(`${variable}/`, '');
      const rule = [list, path].filter(Boolean).join('/');
      const allowed: readonly string[] =
        rules[rule] ?? refuse(`Invalid filter clause: Could not find a property named '${name}'.`);
      if (!allowed.includes(operator)) refuse(`Invalid filter clause: '${operator}' on '${name}'.`);
      return read(path);
    },
  };
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const [, found] = token.exec(text) ?? refuse(`Syntax error in '${text}'.`);
    if (found !== undefined) tokens.push(found);
  }
  return tokens;
}

function refuse(message: string): never {
  throw new UnknownCall(400, 'BadRequest', message);
}

function read(path: string): (row: Row) => unknown {
  const names = path === '' ? [] : path.split('/');
  return (row) =>
    names.reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
      row,
    );
}

function valueOf(text: string): Value {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? refuse(`Syntax error: '${text}' is no value.`) : time;
}

function isSame(found: unknown, value: Value): boolean {
  if (typeof value === 'number') return Date.parse(String(found)) === value;
  if (typeof value === 'string') return String(found).toLowerCase() === value.toLowerCase();
  return (found ?? null) === value;
}

function compare(field: (row: Row) => unknown, operator: string, value: Value): Condition {
  if (operator === 'eq') return (row) => isSame(field(row), value);
  if (operator === 'ne') return (row) => !isSame(field(row), value);
  if (typeof value !== 'number') refuse(`Invalid filter clause: '${operator}' takes a time.`);
  const time = (row: Row) => Date.parse(String(field(row)));
  return operator === 'ge' ? (row) => time(row) >= value : (row) => time(row) <= value;
}
