import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readArticles } from '../src/ingest/read-articles.ts';
import type { ArticleResult } from '../src/model/article-result.ts';
import type { Span } from '../src/model/span.ts';
import { readClaims } from '../src/pipeline.ts';
import { loadResources } from '../src/resources.ts';
import type { Resources } from '../src/resources.ts';
import { articleOf } from './text/article-of.ts';

let resources: Resources;
beforeAll(async () => {
  resources = await loadResources();
});

/** What is wrong with the spans and references of a result: nothing, of whatever text. */
function flawsOf({
  text: { text, tokens },
  mentions,
  attributions,
  entities,
  claims,
}: ArticleResult): readonly string[] {
  const flaws: string[] = [];
  const check = (name: string, spans: readonly Span[]): void => {
    for (const { start, end } of spans) {
      if (!(start >= 0 && start < end && end <= text.length)) flaws.push(`${name}: ${start}–${end}`);
    }
  };
  for (const { index, start, end, title, headToken } of mentions) {
    check(`mention ${index}`, [{ start, end }, ...(title === undefined ? [] : [title])]);
    if (tokens[headToken] === undefined) flaws.push(`mention ${index} has no head`);
  }
  for (const { index, source, cue, content, confidence } of attributions) {
    check(`attribution ${index}`, [...source, ...cue, ...content]);
    if (!(confidence >= 0 && confidence <= 1)) flaws.push(`attribution ${index}: confidence ${confidence}`);
  }
  const actors = new Set(['article', 'unattributed', ...entities.map(({ id }) => id)]);
  const ids = new Set(claims.map(({ id }) => id));
  if (ids.size < claims.length) flaws.push('two claims have one id');
  for (const claim of claims) {
    const { id, source, cue, content, condition, saidOn, antecedent, parent, speaker, holder, confidence } =
      claim;
    const single = [condition, saidOn?.expression, antecedent].flatMap((span) => span ?? []);
    check(id, [...source, ...cue, ...content, ...single]);
    if (content.length === 0) flaws.push(`${id} has no evidence`);
    if (!actors.has(speaker) || !actors.has(holder)) flaws.push(`${id}: ${speaker}, ${holder} are nobody`);
    if (parent !== undefined && !ids.has(parent)) flaws.push(`${id} hangs on ${parent}`);
    if (!(confidence >= 0 && confidence <= 1)) flaws.push(`${id}: confidence ${confidence}`);
  }
  return flaws;
}

const piece = fc.oneof(
  {
    arbitrary: fc.constantFrom(
      'Ghana',
      ' said ',
      'that ',
      'the envoy',
      ' “',
      '” ',
      "'",
      '‘',
      '’',
      '\n',
      '\r\n',
      '. ',
      ', ',
      ': ',
    ),
    weight: 4,
  },
  {
    arbitrary: fc.constantFrom(
      'President Ruto ',
      'would not ',
      'rejects ',
      'according to ',
      'believes ',
      'if ',
      'on Monday ',
    ),
    weight: 4,
  },
  fc.constantFrom(
    'שלום ',
    'الرئيس ',
    '👩🏽‍🚀',
    '🇺🇳',
    '\u0000',
    '\u0007',
    '\u202E',
    '\uFEFF',
    '\u200B',
    '\u00AD',
    '\uD800',
    '\uDC00',
  ),
  fc.constantFrom(
    '<p>',
    '</p>',
    '&amp;',
    '&quot;',
    '<b',
    '- ',
    '1. ',
    '\t',
    '|',
    '#',
    'https://a.b/c',
    '12,5 %',
    'U.S. ',
    '…',
    '——',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

describe('any text', () => {
  it('gives claims whose spans lie inside it and whose actors are there', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(flawsOf(readClaims(articleOf(pieces.join('')), resources))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['one sentence without end', 'the minister of Ghana said that the envoy warned '],
    ['capitals', 'THE MINISTER SAID THAT GHANA REJECTS THE PLAN. '],
    ['no stops', 'the minister said ghana will not sign the plan and then the talks ended '],
    ['marks that only open', '“We will go, he said. '],
    ['marks that only close', 'We will go,” he said. '],
    ['straight marks', '"We will go" he said. "And '],
    ['speech in speech', 'He said that she believes that '],
    ['a list', '- Ghana rejects the plan\n'],
    ['a table', 'Ghana\t12\t5%\tMali\n'],
    ['right to left', 'שלום עליכם الرئيس '],
    ['invisible characters', 'the\u200B minister\u200D of Gha\u00ADna said no. '],
    ['remnants of HTML', '<p>The minister said &amp; left</p><br/> '],
    ['several languages', 'Ghana said no. Le ministre a dit non. Der Minister lehnt ab. 大臣は言った。'],
    ['a transcript', 'REPORTER: Will you go?\r\nMINISTER: We will not go.\r\n'],
    ['names alone', 'Kofi Mensah '],
  ])('is read to its end: %s', (_, unit) => {
    const text = unit.repeat(Math.ceil(5000 / unit.length));
    expect(flawsOf(readClaims(articleOf(text), resources))).toEqual([]);
  });

  it('is read where a megabyte has no space', () => {
    const bytes = Buffer.from('ab'.repeat(499_999));
    const [article] = readArticles({ path: 'long.txt', bytes }).articles;
    expect(article === undefined ? ['refused'] : flawsOf(readClaims(article, resources))).toEqual([]);
  });

  it('gives the same claims each time', () => {
    const article = articleOf(
      '“No,” Ruto said. According to Accra, Lomé agrees. \uD800 <b>Mali</b> said no.',
    );
    expect(readClaims(article, resources)).toEqual(readClaims(article, resources));
  });
});
