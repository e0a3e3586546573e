import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateGraph } from '../../src/graph/validate-graph.ts';
import { parseValidationRule } from '../../src/graph/validation-rule.ts';
import type { Violation } from '../../src/graph/violation.ts';
import { runQuery } from '../../src/query/engine.ts';
import type { Row } from '../../src/query/engine.ts';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.ts';
import { createClaimStore } from '../../src/store/claim-store.ts';

const EXAMPLE = readFileSync('test/fixtures/graph/example.trig', 'utf8');
const shapes = parseTurtleFamily(readFileSync('ontology/shapes.ttl', 'utf8'), {
  format: 'turtle',
  where: 'shapes.ttl',
});
const RULE_FOLDER = 'ontology/rules/validation';
const rules = readdirSync(RULE_FOLDER).map((file) =>
  parseValidationRule(file.replace('.rq', ''), readFileSync(`${RULE_FOLDER}/${file}`, 'utf8')),
);

/** Validates without the rules, which take longer, unless told otherwise. */
async function validate(trig: string, { withRules = false } = {}) {
  const quads = parseTurtleFamily(trig, { format: 'trig', where: 'example.trig' });
  return validateGraph(quads, {
    shapes,
    rules: withRules ? rules : [],
    openQuads:
      (part) =>
      async ({ query, name }) => {
        const result = await runQuery(query, createClaimStore(part), { origin: name });
        const rows: Row[] = [];
        if (result.kind === 'rows') for await (const row of result.rows) rows.push(row);
        return rows;
      },
  });
}

/** Changes the one block of the example that holds the marker. */
function edit(marker: string, from: string | RegExp, to: string): string {
  const blocks = EXAMPLE.split('\n\n');
  const [block, ...others] = blocks.filter((text) => text.includes(marker));
  if (block === undefined || others.length > 0)
    throw new RangeError(`${others.length + 1} blocks hold “${marker}”`);
  const changed = block.replace(from, to);
  if (changed === block) throw new RangeError(`“${String(from)}” is not in the block of “${marker}”`);
  return EXAMPLE.replace(block, () => changed);
}

/** An article with this text, as Turtle writes it. */
function articleWith(text: string): string {
  return `PREFIX schema: <https://schema.org/>\nGRAPH <urn:g> { <urn:a> a schema:NewsArticle ; schema:articleBody ${text} . }`;
}
const MIXED = 'dip:quotation "Cairo “rejects any';
const CONDITIONAL = 'dip:quotation "Ethiopia would accept';
const PRESIDENT = 'dip:quotation "“any seat';
const NESTED = 'dip:quotation "that the filling';
const SPEECH = 'oa:exact "Cairo “rejects any';
const ARTICLE = 'dcterms:identifier "nile-1"';
const SPAN = /dip:evidence (span:\S+)/u.exec(EXAMPLE)?.[1] ?? '';
/** The speaker's step of the mixed quotation, as its block begins. */
const SOURCE = `${/(step:\S+?\/2), [^]*?any filling/u.exec(EXAMPLE.slice(EXAMPLE.lastIndexOf('dip:attributionStep', EXAMPLE.indexOf(MIXED))))?.[1]}\n`;
/** A claim of the first article of the file, which is another. */
const FOREIGN = /(claim:\S+)\n/u.exec(EXAMPLE)?.[1] ?? '';
const DECISION = 'dip:decisionOn actor:Q115';
const MENTION = 'dip:mentionKind "demonym"';
const ISSUE = 'skos:prefLabel "Filling of the Nile dam"';

/** What is broken, how, and what must notice. */
const BROKEN: readonly (readonly [fault: string, trig: string, shape: string])[] = [
  ['no holder', edit(MIXED, /dip:holder .*\n/u, ''), 'ClaimHolder'],
  ['two holders', edit(MIXED, 'dip:holder actor:Q79', 'dip:holder actor:Q79, actor:Q115'), 'ClaimHolder'],
  ['a holder that is no actor', edit(MIXED, 'dip:holder actor:Q79', 'dip:holder issue:x'), 'ClaimHolder'],
  ['no speaker', edit(MIXED, /dip:speaker .*\n/u, ''), 'ClaimSpeaker'],
  [
    'two speakers',
    edit(MIXED, 'dip:speaker', 'dip:speaker dip:unattributed ;\n dip:speaker'),
    'ClaimSpeaker',
  ],
  ['two issues', edit(MIXED, 'dip:issue', 'dip:issue issue:nile-dam-observers ;\n dip:issue'), 'ClaimIssue'],
  ['an issue that is none', edit(MIXED, 'dip:issue issue:nile', 'dip:issue issue:tiber'), 'ClaimIssue'],
  ['an unknown stance', edit(MIXED, 'dip:stance dip:rejects', 'dip:stance dip:shuns'), 'ClaimStance'],
  [
    'a polarity that is not the stance’s',
    edit(MIXED, 'dip:polarity -1', 'dip:polarity 1'),
    'PolarityOfStance',
  ],
  ['a stance without polarity', edit(MIXED, /dip:polarity .*\n/u, ''), 'PolarityOfStance'],
  [
    'an unknown certainty',
    edit(MIXED, 'dip:certainty dip:certain', 'dip:certainty dip:sure'),
    'ClaimCertainty',
  ],
  ['no kind of report', edit(MIXED, /dip:reporting .*\n/u, ''), 'ClaimReporting'],
  ['an unknown kind of report', edit(MIXED, 'dip:MixedQuotation', 'dip:Rumour'), 'ClaimReporting'],
  ['no evidence', edit(MIXED, /dip:evidence .*\n/u, ''), 'ClaimEvidence'],
  ['no quotation', edit(MIXED, /dip:quotation .*\n/u, ''), 'QuotedOrWithheld'],
  ['a condition lost', edit(CONDITIONAL, /dip:condition .*\n/u, ''), 'ConditionalNeedsCondition'],
  ['a condition without its place', edit(CONDITIONAL, /dip:conditionSpan .*\n/u, ''), 'ConditionNeedsPlace'],
  ['a principal without a holder', edit(PRESIDENT, /dip:holder .*\n/u, ''), 'ClaimHolder'],
  [
    'a principal that is no actor',
    edit(PRESIDENT, 'dip:onBehalfOf actor:Q403', 'dip:onBehalfOf issue:x'),
    'ClaimPrincipal',
  ],
  [
    'a confidence above 1',
    edit(MIXED, 'dip:extractionConfidence 0.93', 'dip:extractionConfidence 1.2'),
    'ClaimExtractionConfidence',
  ],
  [
    'a confidence below 0',
    edit(MIXED, 'dip:linkConfidence 0.91', 'dip:linkConfidence -0.2'),
    'ClaimLinkConfidence',
  ],
  [
    'a confidence that is no decimal',
    edit(MIXED, 'dip:extractionConfidence 0.93', 'dip:extractionConfidence "high"'),
    'ClaimExtractionConfidence',
  ],
  ['no article', edit(MIXED, /prov:wasDerivedFrom .*\n/u, ''), 'ClaimSource'],
  [
    'a time that is no EDTF',
    edit(MIXED, '"2021-04-06"^^edtf:EDTF', '"last Tuesday"^^edtf:EDTF'),
    'ClaimSaidOn',
  ],
  ['a day that is no date', edit(MIXED, '"2021-04-07"^^xsd:date', '"2021-04-07"'), 'ClaimReportedOn'],
  ['a claim without its class', edit(MIXED, 'dip:Claim, ', ''), 'UntypedClaim'],
  [
    'an outer claim that is not there',
    edit(NESTED, /dip:reportedIn claim:\S+/u, 'dip:reportedIn claim:x'),
    'ClaimReportedIn',
  ],
  ['a chain without a publisher', edit(MIXED, /step:\S+?\/1, /u, ''), 'ClaimPublisherStep'],
  ['a chain without a speaker', edit(MIXED, /step:\S+?\/2, /u, ''), 'ClaimSpeakerStep'],
  ['a chain without a holder', edit(MIXED, /, step:\S+?\/3/u, ''), 'ClaimHolderStep'],
  [
    'a position asserted as a fact',
    edit(MIXED, 'dip:stance', 'dip:rejects issue:x ;\n dip:stance'),
    'NeverAsserted',
  ],
  [
    'two propositions',
    edit(MIXED, /rdf:reifies /u, 'rdf:reifies <<( actor:Q79 dip:doubts issue:x )>> , '),
    'ClaimReifies',
  ],
  ['a start after the end', edit(SPEECH, /oa:start \d+/u, 'oa:start 400'), 'SelectorStart'],
  [
    'an empty stretch',
    edit(SPEECH, /oa:end \d+([^]*)oa:start (\d+)/u, 'oa:end $2$1oa:start $2'),
    'SelectorStart',
  ],
  ['a start below 0', edit(SPEECH, /oa:start \d+/u, 'oa:start -3'), 'SelectorStart'],
  ['no end', edit(SPEECH, /oa:end .*\n/u, ''), 'SelectorEnd'],
  ['no exact words', edit(SPEECH, /oa:exact .* ;/u, ''), 'ExactOrWithheld'],
  ['an end beyond the text', edit(SPEECH, /oa:end \d+/u, 'oa:end 4000'), 'rule:end-within-text'],
  ['a changed quotation', edit(SPEECH, 'rejects any', 'rejects  any'), 'text:exact-words'],
  ['a shifted stretch', edit(SPEECH, 'oa:start 16', 'oa:start 15'), 'text:exact-words'],
  ['a repaired quotation', edit(MIXED, 'any filling', 'every filling'), 'text:repeated-words'],
  [
    'a repaired condition',
    edit(CONDITIONAL, 'condition "if they are', 'condition "if they were'),
    'text:repeated-words',
  ],
  ['a text changed', edit(ARTICLE, 'soured relations', 'eased  relations'), 'text:hash'],
  ['a length changed', edit(ARTICLE, /textLength \d+/u, 'textLength 9000'), 'text:length'],
  [
    'another holder in the proposition',
    edit(MIXED, '<<( actor:Q79', '<<( actor:Q115'),
    'rule:reifies-own-position',
  ],
  ['no proposition', edit(MIXED, / ;\n\s+rdf:reifies .* \./u, ' .'), 'rule:position-is-reified'],
  [
    'another holder in the chain',
    edit(MIXED, 'dip:holder actor:Q79', 'dip:holder actor:Q115'),
    'rule:holder-step-agrees',
  ],
  [
    'another speaker in the chain',
    edit(MIXED, 'dip:speaker actor:Q900000001', 'dip:speaker actor:Q115'),
    'rule:speaker-in-chain',
  ],
  [
    'another principal in the chain',
    edit(PRESIDENT, 'dip:onBehalfOf actor:Q403', 'dip:onBehalfOf actor:Q115'),
    'rule:principal-step-agrees',
  ],
  [
    'a claim reported in itself',
    edit(MIXED, /(claim:\S+)([^]*)dip:reporting/u, '$1$2dip:reportedIn $1 ;\n dip:reporting'),
    'rule:not-reported-in-itself',
  ],
  [
    'the evidence of another article',
    edit(MIXED, /dip:evidence span:\S+/u, `dip:evidence ${SPAN}`),
    'rule:evidence-of-own-article',
  ],
  ['two steps in one place', edit(SOURCE, 'dip:position 2', 'dip:position 3'), 'rule:steps-in-order'],
  [
    'an outer claim of another article',
    edit(MIXED, 'dip:reporting', `dip:reportedIn ${FOREIGN} ;\n dip:reporting`),
    'rule:outer-claim-of-same-article',
  ],
  [
    'an issue wider than itself',
    edit(ISSUE, 'skos:prefLabel', 'skos:broader issue:nile-dam-filling ;\n skos:prefLabel'),
    'rule:issue-not-broader-than-itself',
  ],
  ['a link that the actor does not have', edit(DECISION, 'wd:Q115', 'wd:Q30'), 'rule:linked-decision-agrees'],
  ['two mentioned actors', edit(MENTION, 'dip:refersTo', 'dip:refersTo actor:Q115, '), 'Mention'],
  ['a decision without judgement', edit(DECISION, /dip:judgement .*\n/u, ''), 'Decision'],
  ['a decision without score', edit(DECISION, /dip:score .*\n/u, ''), 'Decision'],
  ['a hash that is none', edit(ARTICLE, /sha256 "..../u, 'sha256 "'), 'Article'],
  ['an issue without proposition', edit(ISSUE, /dip:proposition .*\n/u, ''), 'Issue'],
  ['an issue without label', edit(ISSUE, / ;\n\s+skos:prefLabel .* \./u, ' .'), 'Issue'],
  ['an actor without a name', edit('prefLabel "Ethiopia"', / ;\n\s+skos:prefLabel .* \./u, ' .'), 'Actor'],
  ['a stretch without an article', edit(`${SPAN}\n`, / ;\n\s+oa:hasSource .* \./u, ' .'), 'Span'],
];

function foundBy({ shape }: Violation, name: string): boolean {
  return shape === (name.includes(':') ? name : `https://w3id.org/demarche/shapes#${name}`);
}

describe('validating the example', () => {
  let report: Awaited<ReturnType<typeof validate>>;
  beforeAll(async () => {
    report = await validate(EXAMPLE, { withRules: true });
  });

  it.each([
    ['"A word 💪 and a flag 🇺🇦"', 0],
    ['"A word 💪 and a flag 🇺🇦"@en', 1],
  ])('finds in the text %s, with characters beyond U+FFFF, %i mistakes', async (text, count) => {
    const { violations } = await validate(articleWith(text));
    expect(violations.filter(({ message }) => message.includes('at most one text'))).toHaveLength(count);
  });

  it('finds nothing wrong and every stretch of evidence in its text', () => {
    expect(report).toEqual({ violations: [], claims: 12, verified: 13, unverified: 0 });
  });

  it.each(BROKEN)('notices %s', async (_fault, trig, shape) => {
    const { violations } = await validate(trig, { withRules: shape.startsWith('rule:') });
    expect(violations.filter((violation) => foundBy(violation, shape))).not.toEqual([]);
  });
});
