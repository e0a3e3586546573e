import type { Table } from '../table.ts';
import { ACTOR_TYPES, CERTAINTIES, REPORTING_KINDS, STANCES } from './concept-words.ts';

/** One row per claim: who is reported to hold what, according to whom, in which words. */
export const CLAIMS: Table = {
  name: 'claims',
  title: 'Claims',
  description:
    'One row per claim: an article reports that a holder takes a position. A claim is never asserted as a fact; rival claims stand side by side.',
  key: 'claim',
  columns: [
    {
      name: 'claim',
      type: 'iri',
      required: true,
      description: 'The claim: a stable IRI made from article, holder, issue and evidence.',
    },
    {
      name: 'article',
      type: 'iri',
      required: true,
      references: 'articles',
      description: 'The article that reports it.',
    },
    {
      name: 'article_id',
      type: 'string',
      required: true,
      description: 'The article’s name in the collection it came from.',
    },
    {
      name: 'outlet',
      type: 'iri',
      references: 'actors',
      lookup: { by: 'article', table: 'articles', column: 'outlet' },
      description: 'The outlet that published the article.',
    },
    {
      name: 'outlet_label',
      type: 'string',
      lookup: { by: 'outlet', table: 'actors', column: 'label' },
      description: 'The outlet’s name.',
    },
    { name: 'reported_on', type: 'date', description: 'The day on which the article was published.' },
    {
      name: 'said_on',
      type: 'string',
      description:
        'When it was said, in Extended Date/Time Format (EDTF), to the precision of the text: 2014, 2014-03 or 2014-03-18. Empty where the text gives no time.',
    },
    {
      name: 'date_expression',
      type: 'string',
      description: 'The words of the text that give the time, verbatim.',
    },
    {
      name: 'holder',
      type: 'iri',
      required: true,
      references: 'actors',
      description:
        'Whose position it is reported to be. The ontology’s articleVoice and unattributed are answers: the article itself, and nobody whom the text names.',
    },
    {
      name: 'holder_label',
      type: 'string',
      lookup: { by: 'holder', table: 'actors', column: 'label' },
      description: 'The holder’s name.',
    },
    {
      name: 'holder_type',
      type: 'string',
      values: ACTOR_TYPES,
      lookup: { by: 'holder', table: 'actors', column: 'type' },
      description: 'What the holder is.',
    },
    {
      name: 'holder_wikidata',
      type: 'qid',
      lookup: { by: 'holder', table: 'actors', column: 'wikidata' },
      description: 'The holder’s Wikidata item, where identified.',
    },
    {
      name: 'speaker',
      type: 'iri',
      required: true,
      references: 'actors',
      description: 'Who says so in the article; may differ from the holder (“Trump said Putin wants peace”).',
    },
    {
      name: 'speaker_label',
      type: 'string',
      lookup: { by: 'speaker', table: 'actors', column: 'label' },
      description: 'The speaker’s name.',
    },
    {
      name: 'speaker_wikidata',
      type: 'qid',
      lookup: { by: 'speaker', table: 'actors', column: 'wikidata' },
      description: 'The speaker’s Wikidata item, where identified.',
    },
    {
      name: 'principal',
      type: 'iri',
      references: 'actors',
      description:
        'On whose behalf the holder speaks by office: an inference from the role in the text, not the text’s words.',
    },
    {
      name: 'principal_label',
      type: 'string',
      lookup: { by: 'principal', table: 'actors', column: 'label' },
      description: 'The principal’s name.',
    },
    {
      name: 'principal_wikidata',
      type: 'qid',
      lookup: { by: 'principal', table: 'actors', column: 'wikidata' },
      description: 'The principal’s Wikidata item, where identified.',
    },
    {
      name: 'issue',
      type: 'iri',
      references: 'issues',
      description: 'The issue that the claim is about; empty where none of the issues fits.',
    },
    {
      name: 'issue_label',
      type: 'string',
      lookup: { by: 'issue', table: 'issues', column: 'label' },
      description: 'The issue’s name.',
    },
    {
      name: 'stance',
      type: 'concept',
      values: STANCES,
      description: 'The holder’s attitude to the issue’s proposition.',
    },
    {
      name: 'polarity',
      type: 'integer',
      description: '1 for the proposition, 0 neither, -1 against it; follows from the stance.',
    },
    {
      name: 'certainty',
      type: 'concept',
      required: true,
      values: CERTAINTIES,
      description: 'How sure the source itself is (may, unlikely); not our confidence.',
    },
    {
      name: 'reporting',
      type: 'concept',
      required: true,
      values: REPORTING_KINDS,
      description: 'How the words reach the reader.',
    },
    {
      name: 'condition',
      type: 'string',
      description: 'The words of the condition under which the position is held, verbatim.',
    },
    {
      name: 'quotation',
      type: 'string',
      description:
        'The evidence’s words, verbatim, fragments joined by “ … ”. Empty where the dataset withholds the text: the table evidence then has their hashes.',
    },
    { name: 'cue', type: 'string', description: 'The words that show the attribution: “said”, “ruled out”.' },
    {
      name: 'evidence_start',
      type: 'integer',
      required: true,
      description:
        'Where the first fragment of the evidence begins in the article’s text, in UTF-16 code units from 0.',
    },
    {
      name: 'evidence_end',
      type: 'integer',
      required: true,
      description: 'Where the last fragment ends, exclusive.',
    },
    {
      name: 'evidence_spans',
      type: 'list',
      required: true,
      description: 'Every fragment as start-end; the same as the rows of the table evidence.',
    },
    {
      name: 'reported_in',
      type: 'iri',
      references: 'claims',
      description: 'The claim inside which this one is reported.',
    },
    {
      name: 'extraction_confidence',
      type: 'decimal',
      required: true,
      description: 'Our confidence, 0 to 1, that the text says what the claim reports.',
    },
    {
      name: 'link_confidence',
      type: 'decimal',
      description:
        'The lowest score, 0 to 1, of the decisions that identify the claim’s actors; empty where none is identified.',
    },
    {
      name: 'found_by',
      type: 'list',
      required: true,
      description: 'The rules or models that found the claim, or the person who coded it.',
    },
    { name: 'reasons', type: 'list', required: true, description: 'What issue and stance were decided by.' },
    {
      name: 'run',
      type: 'iri',
      description:
        'The run of the software that derived the claim: version and hashes of all that it used, in the RDF.',
    },
  ],
};
