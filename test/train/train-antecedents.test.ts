import { describe, expect, it } from 'vitest';
import { parseAntecedentWeights } from '../../src/link/antecedent-features.ts';
import { goldEntityAt, parseCoreference } from '../../src/train/parse-coreference.ts';
import type { GoldMention } from '../../src/train/parse-coreference.ts';
import {
  scoreAntecedents,
  trainAntecedents,
  writeAntecedentWeights,
} from '../../src/train/train-antecedents.ts';
import type { CoreferenceExample } from '../../src/train/train-antecedents.ts';
import { clustersOf, extractFrom } from '../link/link-text.ts';

/** Two sentences of our own in GUM's form: “The old envoy of Peru left. She smiled.” */
const CORPUS = `# newdoc id = own
# newpar
1	The	the	DET	DT	_	3	det	_	Entity=(1-person-new-nnnnn-cf1-3-coref
2	old	old	ADJ	JJ	_	3	amod	_	_
3	envoy	envoy	NOUN	NN	_	6	nsubj	_	_
4	of	of	ADP	IN	_	5	case	_	_
5	Peru	Peru	PROPN	NNP	_	3	nmod	_	Entity=(2-place-new-nnnnn-cf2-1-sgl-Peru)1)
6	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
7	.	.	PUNCT	.	_	6	punct	_	_

# newpar
1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv:act-nnnnn-cf1-1-coref)
2	smiled	smile	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_
`;

describe('parseCoreference', () => {
  const [document] = parseCoreference(CORPUS);

  it('gives the text with its paragraphs and the mentions with their heads', () => {
    expect(document?.text.trimEnd()).toBe('The old envoy of Peru left.\n\nShe smiled.');
    expect(document?.mentions).toEqual([
      { entity: '2', type: 'place', start: 17, end: 21, head: { start: 17, end: 21 } },
      { entity: '1', type: 'person', start: 0, end: 21, head: { start: 8, end: 13 } },
      { entity: '1', type: 'person', start: 29, end: 32, head: { start: 29, end: 32 } },
    ]);
  });

  it.each([
    [8, 13, '1'],
    [17, 21, '2'],
    [29, 32, '1'],
    [22, 26, undefined],
  ])('finds the entity at %i–%i', (start, end, entity) => {
    expect(document === undefined ? '' : goldEntityAt(document, { start, end })).toBe(entity);
  });
});

function span(start: number, end: number): GoldMention {
  return { start, end, head: { start, end }, type: 'person', entity: '1' };
}

/** Articles in which the pronoun is the person named first or second. */
function example(text: string, antecedent: string): CoreferenceExample {
  const extraction = extractFrom(text);
  const pronoun = text.indexOf(' He ') + 1;
  const start = text.indexOf(antecedent);
  const mentions = [span(start, start + antecedent.length), span(pronoun, pronoun + 2)];
  return { extraction, clusters: clustersOf(extraction), gold: { id: 'x', text, mentions } };
}

describe('trainAntecedents', () => {
  const examples = [
    ['Lavrov', 'Kerry'],
    ['Kerry', 'Lavrov'],
    ['Merkel', 'Macron'],
  ].map(([first = '', second = '']) => example(`${first} met ${second} on Monday. He smiled.`, first));

  it('learns to choose the subject, and the same from the same', () => {
    const weights = trainAntecedents(examples, { epochs: 5, seeds: 2 });
    expect(scoreAntecedents(examples, weights, /^he$/u)).toMatchObject({ wrong: 0, missed: 0 });
    expect(trainAntecedents(examples, { epochs: 5, seeds: 2 })).toEqual(weights);
  });

  it('writes weights that are read back', () => {
    const text = writeAntecedentWeights(
      new Map([
        ['person: b', 1.004],
        ['person: a', -2],
        ['person: c', 0.001],
      ]),
      '# made\n',
    );
    expect(text).toBe('# made\nperson: a\t-2.00\nperson: b\t1.00\n');
    expect(parseAntecedentWeights(text)).toEqual(
      new Map([
        ['person: a', -2],
        ['person: b', 1],
      ]),
    );
  });
});
