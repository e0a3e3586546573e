import { describe, expect, it } from 'vitest';
import { goldLabels, namesOfMentions, parseUner, trainNames } from '../../src/train/train-names.ts';
import { extractFrom, NAMES } from '../link/link-text.ts';

describe('parseUner', () => {
  it('gives each document’s text with the places of its names', () => {
    const content =
      '# newdoc id = own\n# text = Ada Obi left Norburg.\n1\tAda\tB-PER\t-\t-\n2\tObi\tI-PER\t-\t-\n3\tleft\tO\t-\t-\n4\tNorburg\tB-LOC\t-\t-\n5\t.\tO\t-\t-\n';
    expect(parseUner(content)).toEqual([
      {
        id: 'own',
        text: 'Ada Obi left Norburg.\n',
        names: [
          { start: 0, end: 7, label: 'PER' },
          { start: 13, end: 20, label: 'LOC' },
        ],
      },
    ]);
  });
});

describe('namesOfMentions', () => {
  it('takes the name out of its phrase, and the longer of two that overlap', () => {
    const { text } = extractFrom('She met the old envoy Ada Obi of Kenya at the University of Nairobi.');
    const span = (words: string, head: string, type: string) => {
      const start = text.text.indexOf(words);
      const at = text.text.indexOf(head, start);
      return {
        entity: words,
        type,
        start,
        end: start + words.length,
        head: { start: at, end: at + head.length },
      };
    };
    const mentions = [
      span('the old envoy Ada Obi', 'Obi', 'person'),
      span('the University of Nairobi', 'University', 'organization'),
      span('Nairobi', 'Nairobi', 'place'),
      span('the old envoy', 'envoy', 'person'),
    ];
    const names = namesOfMentions(text, { id: 'x', text: text.text, mentions });
    expect(names.map(({ start, end, label }) => [text.text.slice(start, end), label])).toEqual([
      ['Ada Obi', 'PER'],
      ['University of Nairobi', 'ORG'],
    ]);
  });
});

describe('trainNames', () => {
  const { text } = extractFrom('Ada Obi left. The Norburg Bank closed.');
  const names = [
    { start: 0, end: 7, label: 'PER' as const },
    { start: 18, end: 30, label: 'ORG' as const },
  ];

  it('labels the tokens of a sentence', () => {
    const [first, second] = text.sentences.map((sentence) => [...goldLabels(text, sentence, names)]);
    expect([first, second]).toEqual([
      [1, 2, 0, 0],
      [0, 3, 4, 0, 0],
    ]);
  });

  it('gives the same transitions from the same examples', () => {
    const options = { epochs: 2, seed: 1, mostWeights: 1000 };
    const train = () => trainNames([{ text, names }], NAMES, options).transitions;
    expect(train()).toEqual(train());
  });
});
