const PROLOGUE = `PREFIX d: <https://w3id.org/d#>
PREFIX e: <https://ex.org/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
`;

/** The questions of researchers, the quickest first: what an engine cannot answer in a minute ends its turn. */
export const BENCH_QUERIES: readonly { readonly name: string; readonly text: string }[] = [
  ['lookup', 'SELECT ?p ?o WHERE { <https://ex.org/claim/77> ?p ?o }'],
  ['count', 'SELECT (COUNT(*) AS ?n) WHERE { ?c d:stance d:rejects }'],
  [
    'actors',
    'SELECT DISTINCT ?l WHERE { ?c d:issue <https://ex.org/issue/7>; d:stance d:rejects; d:holder ?a . ?a rdfs:label ?l }',
  ],
  [
    'timeline',
    'SELECT ?d ?s WHERE { ?c d:holder <https://ex.org/actor/10>; d:issue <https://ex.org/issue/5>; d:stance ?s; d:statedOn ?d FILTER(?d >= "2024-01-01"^^xsd:date) } ORDER BY ?d',
  ],
  [
    'page',
    'SELECT ?c ?t WHERE { ?c d:holder ?a; d:text ?t . ?a d:affiliation <https://ex.org/org/7> } LIMIT 50',
  ],
  [
    'optional',
    'SELECT ?a (COUNT(?c) AS ?n) WHERE { ?a a d:Actor OPTIONAL { ?c d:holder ?a; d:issue <https://ex.org/issue/199>; d:stance d:opposes } } GROUP BY ?a ORDER BY DESC(?n) LIMIT 10',
  ],
  ['text', 'SELECT ?c WHERE { ?c d:text ?t FILTER(CONTAINS(?t, "number 77777 ")) }'],
  [
    'never',
    'SELECT (COUNT(*) AS ?n) WHERE { ?c d:issue <https://ex.org/issue/3>; d:holder ?a FILTER NOT EXISTS { ?other d:holder ?a; d:issue <https://ex.org/issue/150> } }',
  ],
  [
    'confidence',
    'SELECT ?s (AVG(?v) AS ?mean) (COUNT(*) AS ?n) WHERE { ?c d:stance ?s; d:confidence ?v } GROUP BY ?s ORDER BY ?s',
  ],
  [
    'matrix',
    'SELECT ?o ?i ?s (COUNT(*) AS ?n) WHERE { ?c d:holder ?a; d:issue ?i; d:stance ?s . ?a d:affiliation ?o } GROUP BY ?o ?i ?s ORDER BY DESC(?n) LIMIT 20',
  ],
  [
    'conflict',
    'SELECT ?a ?b (COUNT(DISTINCT ?i) AS ?n) WHERE { VALUES ?a { <https://ex.org/actor/3> } ?c d:holder ?a; d:issue ?i; d:stance d:rejects . ?c2 d:issue ?i; d:stance d:supports; d:holder ?b FILTER(?a != ?b) } GROUP BY ?a ?b ORDER BY DESC(?n) LIMIT 10',
  ],
].map(([name = '', body = '']) => ({ name, text: PROLOGUE + body }));
