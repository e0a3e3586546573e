import * as fc from 'fast-check';

const variable = fc.constantFrom('?x', '?y', '?z', '?w');
const node = fc.constantFrom(':a', ':b', ':c');
const predicate = fc.constantFrom(':p', ':q', ':r');
const literal = fc.constantFrom(
  '1',
  '2',
  '2.5',
  '2.0e0',
  '"x"',
  '"xy"',
  '"x"@en',
  'true',
  '"2024-02-29"^^xsd:date',
  '"2024-02-29T10:00:00Z"^^xsd:dateTime',
);

const mostly = <Value>(common: fc.Arbitrary<Value>, rare: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 6, arbitrary: common }, { weight: 1, arbitrary: rare });

const end = mostly(variable, node);
const objectEnd = fc.oneof(
  { weight: 6, arbitrary: variable },
  { weight: 2, arbitrary: node },
  { weight: 1, arbitrary: literal },
  {
    weight: 1,
    arbitrary: fc
      .tuple(end, mostly(predicate, variable), mostly(end, literal))
      .map((parts) => `<<( ${parts.join(' ')} )>>`),
  },
);

const path: fc.Arbitrary<string> = fc.letrec<{ path: string }>((tie) => ({
  path: fc.oneof(
    { maxDepth: 2 },
    predicate,
    tie('path').map((inner) => `^(${inner})`),
    fc.tuple(tie('path'), tie('path')).map(([one, other]) => `(${one})/(${other})`),
    fc.tuple(tie('path'), tie('path')).map(([one, other]) => `(${one})|(${other})`),
    fc.tuple(tie('path'), fc.constantFrom('*', '+', '?')).map(([inner, mark]) => `(${inner})${mark}`),
    predicate.map((one) => `!${one}`),
  ),
})).path;

const triple = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(end, mostly(predicate, variable), objectEnd).map((parts) => `${parts.join(' ')} .`),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(end, path, mostly(variable, node)).map(([from, by, to]) => `${from} ${by} ${to} .`),
  },
);

/** Expressions on which the engines agree; strings are compared with strings that no collation orders otherwise. */
const expression: fc.Arbitrary<string> = fc.letrec<{ test: string; value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    variable,
    variable,
    literal,
    node,
    fc.tuple(fc.constantFrom('STR', 'LANG', 'DATATYPE'), variable).map(([name, one]) => `${name}(${one})`),
    fc
      .tuple(variable, fc.constantFrom('+', '-', '*'), fc.constantFrom('1', '2.5', '?y'))
      .map((parts) => `(${parts.join(' ')})`),
    fc.tuple(tie('test'), tie('value'), tie('value')).map((parts) => `IF(${parts.join(', ')})`),
    fc.tuple(variable, tie('value')).map((parts) => `COALESCE(${parts.join(', ')})`),
  ),
  test: fc.oneof(
    { maxDepth: 3 },
    fc
      .tuple(tie('value'), fc.constantFrom('=', '!=', '<', '>', '<=', '>='), tie('value'))
      .map((parts) => `(${parts.join(' ')})`),
    fc
      .tuple(fc.constantFrom('isIRI', 'isLiteral', 'isNumeric', 'isBlank', 'BOUND'), variable)
      .map(([name, one]) => `${name}(${one})`),
    fc.tuple(tie('test'), fc.constantFrom('&&', '||'), tie('test')).map((parts) => `(${parts.join(' ')})`),
    tie('test').map((inner) => `(!${inner})`),
    fc
      .tuple(tie('value'), fc.constantFrom('IN', 'NOT IN'), literal, node, fc.constantFrom('?y', '3'))
      .map(([value, not, ...list]) => `(${value} ${not} (${list.join(', ')}))`),
    fc
      .tuple(fc.constantFrom('CONTAINS', 'STRSTARTS', 'STRENDS'), variable)
      .map(([name, one]) => `${name}(${one}, "x")`),
    variable.map((one) => `REGEX(${one}, "^X", "i")`),
    variable.map((one) => `LANGMATCHES(LANG(${one}), "en")`),
    fc.tuple(variable, tie('value')).map((parts) => `SAMETERM(${parts.join(', ')})`),
  ),
})).test;

const group: fc.Arbitrary<string> = fc.letrec<{ group: string }>((tie) => {
  const block = tie('group').map((inner) => `{ ${inner} }`);
  const part = fc.oneof(
    { maxDepth: 2 },
    { weight: 3, arbitrary: expression.map((test) => `FILTER(${test})`) },
    { weight: 2, arbitrary: triple },
    { weight: 2, arbitrary: block.map((inner) => `OPTIONAL ${inner}`) },
    { weight: 1, arbitrary: fc.tuple(block, block).map(([one, other]) => `${one} UNION ${other}`) },
    { weight: 1, arbitrary: block.map((inner) => `MINUS ${inner}`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('?g', '?x', ':g1', ':g3'), block)
        .map((parts) => `GRAPH ${parts.join(' ')}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom('', 'NOT '),
          triple,
          mostly(
            fc.constant(''),
            expression.map((test) => `FILTER(${test})`),
          ),
        )
        .map(([not, one, test]) => `FILTER ${not}EXISTS { ${one} ${test} }`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          variable,
          fc.array(mostly(mostly(node, literal), fc.constant('UNDEF')), { minLength: 1, maxLength: 3 }),
        )
        .map(([name, values]) => `VALUES ${name} { ${values.join(' ')} }`),
    },
    { weight: 1, arbitrary: tie('group').map((inner) => `{ SELECT DISTINCT ?x ?y WHERE { ${inner} } }`) },
  );
  return {
    group: fc
      .tuple(fc.array(triple, { minLength: 1, maxLength: 2 }), fc.array(part, { maxLength: 2 }))
      .map(([triples, parts]) => [...triples, ...parts].join(' ')),
  };
}).group;

/** A random query and how its solutions are to be compared. */
export interface RandomQuery {
  readonly text: string;
  /** The variable that orders the solutions, when the query has a LIMIT; then any of equal solutions may be cut off. */
  readonly orderedBy: string | undefined;
}

const PROLOGUE = 'PREFIX : <http://ex.org/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ';

const AGGREGATES = [
  'COUNT(*)',
  'COUNT(?z)',
  'COUNT(DISTINCT ?z)',
  'SUM(?z)',
  'AVG(?z)',
  'MIN(COALESCE(IF(isNumeric(?z), ?z, 1), 1))',
  'MAX(COALESCE(IF(isNumeric(?z), ?z, 1), 1))',
  'SUM(DISTINCT ?z)',
  'GROUP_CONCAT(IF(isIRI(?x), STR(?x), "-"); SEPARATOR="|")',
  'SUM(IF(BOUND(?z), 1, 0))',
];

/** Random queries of all the forms that the index takes. */
export const randomQuery: fc.Arbitrary<RandomQuery> = fc.oneof(
  fc.tuple(fc.constantFrom('*', '?x ?y', 'DISTINCT ?x', 'DISTINCT *'), group).map(([select, where]) => ({
    text: `${PROLOGUE}SELECT ${select} WHERE { ${where} }`,
    orderedBy: undefined,
  })),
  fc
    .tuple(
      fc.constantFrom(...AGGREGATES),
      fc.constantFrom('GROUP BY ?x', 'GROUP BY ?x ?y', ''),
      fc.constantFrom('', 'HAVING(COUNT(*) > 1)'),
      group,
    )
    .map(([aggregate, grouping, having, where]) => ({
      text: `${PROLOGUE}SELECT ${grouping === '' ? '' : '?x '}(${aggregate} AS ?n) WHERE { ${where} } ${grouping} ${having}`,
      orderedBy: undefined,
    })),
  fc
    .tuple(fc.constantFrom('', 'DISTINCT '), fc.constantFrom('?x', 'DESC(?x)'), fc.nat(4), fc.nat(2), group)
    .map(([distinct, order, limit, offset, where]) => ({
      text: `${PROLOGUE}SELECT ${distinct}?x ?y WHERE { ${where} } ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`,
      orderedBy: 'x',
    })),
  fc.tuple(group, expression).map(([where, value]) => ({
    text: `${PROLOGUE}SELECT ?x ?new WHERE { ${where} BIND(${value} AS ?new) }`,
    orderedBy: undefined,
  })),
);
