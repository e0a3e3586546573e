import type { Quad } from '@rdfjs/types';
import { STANCE_POLARITY } from '../../src/model/claim.ts';
import type { Stance } from '../../src/model/claim.ts';
import { instancePrefixes } from '../../src/rdf/iris.ts';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.ts';

/** date, outlet, holder, issue, stance, words: an invented corpus on a treaty and a port. */
const CLAIMS: readonly (readonly [string, string, string, string, Stance, string])[] = [
  [
    '2011-03-01',
    'herald',
    'Chile',
    'treaty',
    'rejects',
    'Chile will not sign the treaty in its present form',
  ],
  [
    '2011-03-01',
    'courier',
    'Chile',
    'treaty',
    'rejects',
    'Chile will not sign the treaty in its present form',
  ],
  ['2013-02-01', 'herald', 'Chile', 'treaty', 'supports', 'Chile no longer opposes the treaty and will sign'],
  ['2012-05-05', 'herald', 'Peru', 'treaty', 'supports', 'we are for this treaty without reserve'],
  ['2012-05-06', 'courier', 'Bolivia', 'treaty', 'supports', 'La Paz backs the treaty'],
  ['2012-05-07', 'courier', 'Argentina', 'treaty', 'rejects', 'the treaty is unacceptable to us'],
  ['2012-06-01', 'herald', 'Bolivia', 'port', 'supports', 'the port must be opened soon for all'],
  ['2012-06-01', 'courier', 'Bolivia', 'port', 'rejects', 'nobody wants that port any more, he said'],
  ['2012-06-01', 'courier', 'Bolivia', 'port', 'supports', 'opening the port would help everyone here'],
];

const NAMES = { herald: 'Herald', courier: 'Courier' } as const;

/** The corpus as a claim graph: one article a claim. */
export function pressCorpus(): readonly Quad[] {
  const prefixes = Object.entries(instancePrefixes())
    .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`)
    .join('');
  const claims = CLAIMS.map(([date, outlet, holder, issue, stance, words], index) => {
    const name = stance.replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
    return `GRAPH graph:${index} {
      article:${index} a schema:NewsArticle ; dcterms:identifier "${outlet}-${index}" ;
        schema:datePublished "${date}"^^xsd:date ; schema:publisher actor:outlet-${outlet} .
      actor:outlet-${outlet} a dip:Actor, dip:Outlet ; skos:prefLabel "${outlet === 'herald' ? NAMES.herald : NAMES.courier}" .
      actor:${holder} a dip:Actor ; skos:prefLabel "${holder}" .
      issue:${issue} a dip:Issue ; skos:prefLabel "${issue}" .
      claim:${index} a dip:Claim ; dip:holder actor:${holder} ; dip:speaker actor:${holder} ; dip:issue issue:${issue} ;
        dip:stance dip:${name} ; dip:polarity ${STANCE_POLARITY[stance]} ; dip:reporting dip:IndirectSpeech ;
        dip:certainty dip:certain ; dip:quotation "${words}" ; dip:reportedOn "${date}"^^xsd:date ;
        dip:extractionConfidence 0.9 ; prov:wasDerivedFrom article:${index} .
    }`;
  });
  return parseTurtleFamily(prefixes + claims.join('\n'), { format: 'trig', where: 'press' });
}
