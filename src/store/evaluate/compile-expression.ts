import { TERM_KIND } from '../columnar/term-kind.ts';
import { isNumericClass } from '../columnar/term-values.ts';
import { areEqual, effectiveBoolean, isLess, isLessOrEqual, negate, truth } from './compare-terms.ts';
import type { Truth } from './compare-terms.ts';
import { NUMBER_FUNCTIONS } from './number-functions.ts';
import type { Compiled, ExpressionContext, Test, Value } from './expression-context.ts';
import type { Expression } from './operation.ts';
import { STRING_TESTS, STRING_VALUES, compileRegex, concatenate } from './string-functions.ts';
import type { TermSpace } from './term-space.ts';
import { unreachable } from '../unreachable.ts';

/** Compiles what the rest of planning knows how to answer: EXISTS. */
export type CompileExists = (expression: Expression & { readonly type: 'exists' }) => Test;

/** Makes an expression ready to be asked for row by row. A variable that is no column is unbound. */
export function compileExpression(
  expression: Expression,
  context: ExpressionContext,
  compileExists: CompileExists,
): Compiled {
  const { terms, variables } = context;
  switch (expression.type) {
    case 'term': {
      const id = terms.addTerm(expression.term);
      return fromValue(terms, () => id);
    }
    case 'variable': {
      const column = variables.indexOf(expression.name);
      return fromValue(terms, column === -1 ? () => 0 : (batch, row) => batch.columns[column]?.[row] ?? 0);
    }
    case 'exists':
      return fromTest(terms, compileExists(expression));
    case 'call': {
      if (expression.operator === 'regex') {
        const [text] = expression.arguments;
        if (text === undefined) throw new TypeError('regex without a text');
        return fromTest(
          terms,
          compileRegex(terms, compileExpression(text, context, compileExists), expression),
        );
      }
      const values = expression.arguments.map((value) => compileExpression(value, context, compileExists));
      return compileCall(terms, expression.operator, values);
    }
    default:
      return unreachable(expression);
  }
}

/** An expression that is naturally a term. */
function fromValue(terms: TermSpace, value: Value): Compiled {
  return { value, test: (batch, row) => effectiveBoolean(terms, value(batch, row)) };
}

/** An expression that is naturally true, false or an error. */
function fromTest(terms: TermSpace, test: Test): Compiled {
  const results = [0, terms.boolean(false), terms.boolean(true)];
  return { test, value: (batch, row) => results[test(batch, row) + 1] ?? 0 };
}

type Comparison = (terms: TermSpace, left: number, right: number) => Truth;

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '=': areEqual,
  '!=': (terms, left, right) => negate(areEqual(terms, left, right)),
  '<': isLess,
  '>': (terms, left, right) => isLess(terms, right, left),
  '<=': isLessOrEqual,
  '>=': (terms, left, right) => isLessOrEqual(terms, right, left),
  sameterm: (_, left, right) => (left === 0 || right === 0 ? -1 : truth(left === right)),
};

function isOneOf(...kinds: readonly number[]) {
  return (terms: TermSpace, id: number): Truth => (id === 0 ? -1 : truth(kinds.includes(terms.kind(id))));
}

const TERM_TESTS: Readonly<Record<string, (terms: TermSpace, id: number) => Truth>> = {
  isiri: isOneOf(TERM_KIND.iri),
  isuri: isOneOf(TERM_KIND.iri),
  isblank: isOneOf(TERM_KIND.blank),
  isliteral: isOneOf(TERM_KIND.typedLiteral, TERM_KIND.languageLiteral),
  istriple: isOneOf(TERM_KIND.triple),
  isnumeric: (terms, id) => (id === 0 ? -1 : truth(isNumericClass(terms.valueClass(id)))),
  bound: (_, id) => truth(id !== 0),
};

function compileCall(terms: TermSpace, operator: string, values: readonly Compiled[]): Compiled {
  const [first, second, third] = values;
  const comparison = COMPARISONS[operator];
  if (comparison !== undefined && first !== undefined && second !== undefined) {
    const { value: left } = first;
    const { value: right } = second;
    return fromTest(terms, (batch, row) => comparison(terms, left(batch, row), right(batch, row)));
  }
  const termTest = TERM_TESTS[operator];
  if (termTest !== undefined && first !== undefined) {
    return fromTest(terms, (batch, row) => termTest(terms, first.value(batch, row)));
  }
  const stringTest = STRING_TESTS[operator];
  if (stringTest !== undefined && first !== undefined && second !== undefined) {
    return fromTest(terms, (batch, row) =>
      stringTest(terms, first.value(batch, row), second.value(batch, row)),
    );
  }
  const stringValue = STRING_VALUES[operator];
  if (stringValue !== undefined && first !== undefined) {
    return fromValue(terms, (batch, row) => stringValue(terms, first.value(batch, row)));
  }
  const numberFunction = NUMBER_FUNCTIONS[operator];
  if (numberFunction !== undefined && first !== undefined && second !== undefined) {
    return fromValue(terms, (batch, row) =>
      numberFunction(terms, first.value(batch, row), second.value(batch, row)),
    );
  }
  switch (operator) {
    case '!':
      return fromTest(terms, (batch, row) => negate(first?.test(batch, row) ?? -1));
    case '&&':
      return fromTest(terms, (batch, row) =>
        and(first?.test(batch, row) ?? -1, () => second?.test(batch, row) ?? -1),
      );
    case '||':
      return fromTest(terms, (batch, row) =>
        negate(and(negate(first?.test(batch, row) ?? -1), () => negate(second?.test(batch, row) ?? -1))),
      );
    case 'in':
      return fromTest(terms, compileIn(terms, values));
    case 'notin': {
      const isIn = compileIn(terms, values);
      return fromTest(terms, (batch, row) => negate(isIn(batch, row)));
    }
    case 'if':
      return fromValue(terms, (batch, row) => {
        const condition = first?.test(batch, row) ?? -1;
        if (condition === -1) return 0;
        return (condition === 1 ? second : third)?.value(batch, row) ?? 0;
      });
    case 'concat':
      return fromValue(terms, (batch, row) =>
        concatenate(
          terms,
          values.map(({ value }) => value(batch, row)),
        ),
      );
    case 'coalesce':
      return fromValue(terms, (batch, row) => {
        for (const { value } of values) {
          const id = value(batch, row);
          if (id !== 0) return id;
        }
        return 0;
      });
    default:
      throw new TypeError(`the operator ${operator} is not computed here`);
  }
}

/** An error on one side gives way to a false on the other. */
function and(left: Truth, right: () => Truth): Truth {
  if (left === 0) return 0;
  const other = right();
  if (other === 0) return 0;
  return left === -1 || other === -1 ? -1 : 1;
}

function compileIn(terms: TermSpace, values: readonly Compiled[]): Test {
  const [needle, ...list] = values;
  return (batch, row) => {
    const id = needle?.value(batch, row) ?? 0;
    if (id === 0) return -1;
    let result: Truth = 0;
    for (const { value } of list) {
      const equal = areEqual(terms, id, value(batch, row));
      if (equal === 1) return 1;
      if (equal === -1) result = -1;
    }
    return result;
  };
}
