import { describe, expect, it } from 'vitest';
import { scoreTrees } from '../../src/evaluate/score-trees.ts';
import { InputError } from '../../src/model/input-error.ts';
import { annotateText } from '../../src/text/annotate-text.ts';
import { readLanguageModels } from '../../src/text/language-models.ts';
import { readGivenWords } from '../../src/text/read-given-words.ts';
import { liftHeads } from '../../src/train/lift-heads.ts';
import { parseConllu } from '../../src/train/parse-conllu.ts';
import { trainLanguageModels } from '../../src/train/train-language-models.ts';
import { articleOf } from '../text/article-of.ts';

/** “The envoy left .” in CoNLL-U for many subjects and verbs: enough for a model to learn the pattern. */
function makeTreebank(): string {
  const sentences: string[] = [];
  for (const noun of ['envoy', 'minister', 'rebel', 'army', 'king']) {
    for (const [past, base] of [
      ['left', 'leave'],
      ['agreed', 'agree'],
      ['called', 'call'],
      ['stayed', 'stay'],
    ]) {
      sentences.push(
        [
          `# text = The ${noun} ${past}.`,
          `1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_`,
          `2\t${noun}\t${noun}\tNOUN\tNN\t_\t3\tnsubj\t_\t_`,
          `3\t${past}\t${base}\tVERB\tVBD\t_\t0\troot\t_\t_`,
          `4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_`,
        ].join('\n'),
      );
    }
  }
  return `${sentences.join('\n\n')}\n\n`;
}

const treebank = { name: 'made.conllu', licence: 'CC0-1.0', content: makeTreebank() };
const options = { epochs: 4, seeds: [1, 2], minimumUpdates: 1, mostWeights: 100_000 };
const recipe = { tagger: options, jackknife: options, parser: options, folds: 2 };

function train(): ReadonlyMap<string, Uint8Array> {
  return trainLanguageModels([treebank], recipe, () => undefined);
}

describe('language models', () => {
  const files = train();
  const contentOf = (file: string): Uint8Array => files.get(file) ?? new Uint8Array();

  it('are the same bytes when trained twice', () => {
    expect(train()).toEqual(files);
  });

  it('learn a treebank by heart', () => {
    const models = readLanguageModels(contentOf);
    const score = scoreTrees(parseConllu('made.conllu', treebank.content), (forms) =>
      readGivenWords(forms, models),
    );
    expect(score).toMatchObject({
      sentences: 20,
      upos: { right: 80, words: 80 },
      xpos: { right: 80 },
      lemma: { right: 80 },
      unlabelled: { right: 60, words: 60 },
      labelled: { right: 60 },
      labelledConll: { right: 80, words: 80 },
    });
  });

  it('annotate a text with tags, lemmas and one tree for each sentence', () => {
    const text = 'The consul left. “The king agreed.”';
    const { tokens, sentences } = annotateText(articleOf(text), readLanguageModels(contentOf));
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The consul left.',
      '“The king agreed.”',
    ]);
    expect(
      tokens
        .slice(0, 4)
        .map(({ form, lemma, xpos, upos, head, relation }) => [form, lemma, xpos, upos, head, relation]),
    ).toEqual([
      ['The', 'the', 'DT', 'DET', 1, 'det'],
      ['consul', 'consul', 'NN', 'NOUN', 2, 'nsubj'],
      ['left', 'leave', 'VBD', 'VERB', -1, 'root'],
      ['.', '.', '.', 'PUNCT', 2, 'punct'],
    ]);
    expect(tokens[2]?.children).toEqual([1, 3]);
    expect(tokens.map(({ quotation }) => quotation)).toEqual([-1, -1, -1, -1, 0, 0, 0, 0, 0, 0]);
  });

  it('name the file that is missing or empty', () => {
    expect(() =>
      readLanguageModels((file) => (file === 'parser.model' ? new Uint8Array() : contentOf(file))),
    ).toThrow(InputError);
    expect(() => readLanguageModels(() => new Uint8Array())).toThrow(/^tagger\.model: /);
  });
});

describe('parseConllu', () => {
  it('leaves out ranges and empty nodes, and cuts subtypes that are not kept', () => {
    const [sentence] = parseConllu(
      'x.conllu',
      '# sent_id = s1\n1-2\tcannot\t_\t_\t_\t_\t_\t_\t_\t_\n1\tcan\tcan\tAUX\tMD\t_\t3\taux\t_\t_\n2\tnot\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n' +
        '3\tcome\tcome\tVERB\tVB\t_\t0\troot\t_\t_\n3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_\n4\ttoday\ttoday\tNOUN\tNN\t_\t3\tobl:unmarked\t_\t_\n',
    );
    expect(sentence).toMatchObject({
      id: 's1',
      forms: ['can', 'not', 'come', 'today'],
      heads: [2, 2, -1, 2],
      relations: ['aux', 'advmod', 'root', 'obl'],
    });
  });

  it('says which line is malformed', () => {
    expect(() => parseConllu('x.conllu', '# a\n1\tno')).toThrow('x.conllu:2: has 2 columns; CoNLL-U has 10');
  });
});

describe('liftHeads', () => {
  it('leaves a projective tree as it is', () => {
    expect(liftHeads([1, 2, -1, 2])).toEqual([1, 2, -1, 2]);
  });

  it('attaches a word whose arc crosses others higher up', () => {
    // “A hearing is scheduled on the issue today”: “on the issue” belongs to “hearing”.
    expect(liftHeads([1, 3, 3, -1, 6, 6, 1, 3])).toEqual([1, 3, 3, -1, 6, 6, 3, 3]);
  });
});
