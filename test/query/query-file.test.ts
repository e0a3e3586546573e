import { describe, expect, it } from 'vitest';
import { parseQueryFile } from '../../src/query/query-file.ts';

const QUERY = 'SELECT * { ?claim dip:holder ?holder FILTER(?day >= ?from && ?label = ?text) }';

describe('the header of a query', () => {
  it('gives title, question and parameters', () => {
    const file = parseQueryFile(
      `# title: Who\n# question: Who says it?\n# any comment\n# param: holder actor optional whose claims\n# param: from xsd:date default=2025-01-01 first day\n# param: text xsd:string default="two words"\n${QUERY}`,
      'x.rq',
    );
    expect(file).toMatchObject({
      title: 'Who',
      question: 'Who says it?',
      parameters: [
        { name: 'holder', type: 'actor', optional: true, description: 'whose claims' },
        {
          name: 'from',
          type: 'xsd:date',
          optional: false,
          defaultValue: '2025-01-01',
          description: 'first day',
        },
        { name: 'text', type: 'xsd:string', optional: false, defaultValue: 'two words', description: '' },
      ],
    });
  });

  it('ends where the query begins: a comment in the query declares nothing', () => {
    expect(parseQueryFile(`${QUERY}\n# param: holder actor`, 'x.rq').parameters).toEqual([]);
  });

  it('may be missing', () => {
    expect(parseQueryFile(QUERY, 'x.rq').parameters).toEqual([]);
  });

  it.each([
    [
      `# title: t\n# question: q\n# param: from date\n${QUERY}`,
      'queries/x.rq:3: unknown type "date" of parameter "from"; use xsd:date, xsd:string or iri',
    ],
    [
      `# param: from colour\n${QUERY}`,
      'queries/x.rq:1: unknown type "colour" of parameter "from"; use iri, issue, actor, stance, xsd:string, xsd:date, xsd:integer, xsd:decimal, xsd:boolean or rdf:langString',
    ],
    [
      `# param: holder\n${QUERY}`,
      'queries/x.rq:1: a parameter needs a name and a type: # param: name type [optional] [default=value] [description]',
    ],
    [
      `# param: ?holder actor\n${QUERY}`,
      'queries/x.rq:1: "?holder" is no name of a parameter; use letters, digits and _',
    ],
    [
      `# param: holder actor\n# param: holder iri\n${QUERY}`,
      'queries/x.rq:2: parameter "holder" is declared twice',
    ],
    [
      `# param: hold actor\n${QUERY}`,
      'queries/x.rq:1: parameter "hold" is declared, but the query has no variable ?hold',
    ],
    [
      `# param: holder actor optional default=x\n${QUERY}`,
      'queries/x.rq:1: parameter "holder" has a default, so it is never missing: drop "optional" or the default',
    ],
  ])('is refused with file and line: %j', (text, message) => {
    expect(() => parseQueryFile(text, 'queries/x.rq')).toThrow(message);
  });
});
