import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOutletHosts } from '../../src/ingest/outlets.ts';
import { readArticles } from '../../src/ingest/read-articles.ts';
import type { IngestResult } from '../../src/ingest/input-file.ts';

const HOSTS = parseOutletHosts('# host\tname\nexample-times.com\tThe Example Times\n');
const SENTENCES = 'Kenya’s envoy said on Friday that both sides want a truce.\nNobody else spoke.\n';

function read(path: string, content: string | Uint8Array, sidecar?: string): IngestResult {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const beside = sidecar === undefined ? {} : { sidecar: { path: 'a.json', bytes: Buffer.from(sidecar) } };
  return readArticles({ path, bytes, ...beside }, HOSTS);
}

const refused = (where: string, message: string): object => ({
  articles: [],
  diagnostics: [{ severity: 'error', where, message: expect.stringContaining(message) }],
});

describe('readArticles', () => {
  it('keeps the text of a plain file as it is and hashes its UTF-8 bytes', () => {
    const text = `  ${SENTENCES.replaceAll('\n', '\r\n')}\t`;
    const { articles, diagnostics } = read('news/juba.v2.txt', `\uFEFF${text}`);
    expect(diagnostics).toEqual([]);
    expect(articles).toEqual([
      {
        id: 'juba.v2',
        text,
        sha256: createHash('sha256').update(text).digest('hex'),
        metadata: [],
        origin: 'news/juba.v2.txt',
      },
    ]);
  });

  it('keeps any text whatever and marks only spans that lie inside it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom(
              '\n',
              '\r\n',
              '2022-06-03',
              'By Jane Doe',
              '---',
              'a: b',
              ' | ',
              'https://x.org/a.jpg',
            ),
          ),
          { maxLength: 12 },
        ),
        (parts) => {
          const text = parts.join('');
          for (const { articles } of [
            read('a.txt', text),
            read('a.md', text),
            read('a.jsonl', JSON.stringify({ text })),
          ]) {
            for (const article of articles) {
              expect(article.text).toBe(text);
              for (const span of article.metadata) {
                expect(span.start).toBeGreaterThanOrEqual(0);
                expect(span.end).toBeGreaterThan(span.start);
                expect(span.end).toBeLessThanOrEqual(text.length);
              }
            }
          }
        },
      ),
    );
  });

  it('answers with articles or reasons, whatever the bytes and the ending', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<!--',
      '<![CDATA[',
      '<svg>',
      '<title>',
      '<body ',
      '<html',
      '</html>',
      '<script>',
      '{"',
      '"text":',
      '[',
      '---\n',
      'a: b\n',
      '&#xD800;',
      '&lt',
      'One said so. ',
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc
        .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 20 })
        .map((list) => Buffer.from(list.join(''))),
    );
    const endings = fc.constantFrom('txt', 'md', 'html', 'jsonl', 'json', 'xyz');
    fc.assert(
      fc.property(bytes, endings, (content, ending) => {
        const { articles, diagnostics } = read(`a.${ending}`, content);
        expect(articles.length + diagnostics.length).toBeGreaterThan(0);
        expect(articles.map(({ text }) => text).join('')).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: 300 },
    );
  });

  it('reads the sample’s last two lines and the tail of its first as metadata', () => {
    const hosts = parseOutletHosts(readFileSync('data/lexicon/outlets.tsv', 'utf8'));
    const path = 'data/articles/000_7e529a2c5ab6f012.txt';
    const { articles, diagnostics } = readArticles({ path, bytes: readFileSync(path) }, hosts);
    expect(diagnostics).toEqual([]);
    const [article] = articles;
    expect(article).toMatchObject({
      id: '000_7e529a2c5ab6f012',
      date: '2025-02-13',
      outlet: 'Al Jazeera',
      title: 'No NATO seat or US troops: Trump’s new roadmap to end Russia-Ukraine war',
    });
    expect(article).not.toHaveProperty('url');
    expect(article?.metadata.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      ' | Russia-Ukraine war News',
      expect.stringMatching(/^https:\/\/www\.aljazeera\.com\/.*%2C1440$/u),
      '2025-02-13 11:33:00',
    ]);
  });

  it.each([
    ['empty.txt', '', 'is empty'],
    ['empty.md', '', 'is empty'],
    ['empty.html', '', 'is empty'],
    ['empty.jsonl', '', 'is empty'],
    ['empty.json', '', 'is empty'],
    ['blank.jsonl', '\n \n', 'white space'],
    ['dates.txt', '2025-02-13 11:33:00\n', 'nothing but metadata'],
    ['paper.txt', '%PDF-1.7\n', 'is a PDF'],
    ['paper.docx', 'PK\u0003\u0004rest', 'ZIP'],
    ['picture.txt', 'GIF89a\0\0', 'binary'],
    [
      'long.txt',
      'word '.repeat(1_000_001),
      '5.0 million characters long; a news article has at most 1 million, split it',
    ],
    ['long.jsonl', JSON.stringify({ text: 'word '.repeat(960_000) }), '4.8 million characters'],
    ['list.json', '[]', 'empty list'],
    ['number.json', '7', 'no JSON object'],
    ['package.json', '{"name": "x"}', 'has no "text"'],
    ['broken.json', '{"text": ', 'is no JSON'],
  ])('refuses %s', (path, content, message) => {
    const result = read(path, content);
    expect(result.articles).toEqual([]);
    expect(result.diagnostics).toEqual([
      expect.objectContaining({ severity: 'error', message: expect.stringContaining(message) }),
    ]);
    expect(result.diagnostics[0]?.where.startsWith(path)).toBe(true);
  });

  it('reads a Windows-1252 file with a warning', () => {
    const { articles, diagnostics } = read(
      'old.txt',
      Buffer.from('The minister said he won\x92t go to Gen\xe8ve.', 'latin1'),
    );
    expect(articles[0]?.text).toBe('The minister said he won’t go to Genève.');
    expect(diagnostics).toEqual([
      { severity: 'warning', where: 'old.txt', message: expect.stringContaining('Windows-1252') },
    ]);
  });

  it('reads front matter as metadata and leaves it in the text', () => {
    const head = '---\ntitle: "Talks: round two"\ndate: 2022-06-03\noutlet: The Site\ntags:\n  - juba\n---';
    const { articles, diagnostics } = read('a.md', `${head}\n\n# Talks\n\n![](map.png)\n\n${SENTENCES}`);
    expect(diagnostics).toEqual([]);
    expect(articles[0]).toMatchObject({ title: 'Talks: round two', date: '2022-06-03', outlet: 'The Site' });
    expect(articles[0]?.metadata.map(({ start, end }) => articles[0]?.text.slice(start, end))).toEqual([
      head,
      '![](map.png)',
    ]);
  });

  it('takes no rule between paragraphs for front matter', () => {
    const text = `---\n${SENTENCES}---\n${SENTENCES}`;
    expect(read('a.txt', text).articles[0]?.metadata).toEqual([]);
  });

  it('takes the title of a Markdown text from its first heading', () => {
    expect(read('a.md', `# Talks open in *Juba* #\n\n${SENTENCES}`).articles[0]?.title).toBe(
      'Talks open in *Juba*',
    );
  });

  it('puts the sidecar before front matter and front matter before lines', () => {
    const text = `---\ntitle: Front\ndate: 2022-06-02\n---\nHeadline of the text\n1 June 2022\n${SENTENCES}https://www.example-times.com/a\n`;
    expect(read('a.txt', text, '{"date": "2022-06-03", "lang": "en_GB"}').articles[0]).toMatchObject({
      date: '2022-06-03',
      title: 'Front',
      lang: 'en-GB',
      url: 'https://www.example-times.com/a',
      outlet: 'The Example Times',
    });
  });

  it.each(['[1]', '{broken', ''])('leaves out the sidecar “%s” with a warning', (sidecar) => {
    const { articles, diagnostics } = read('a.txt', SENTENCES, sidecar);
    expect(articles).toHaveLength(1);
    expect(diagnostics).toEqual([
      { severity: 'warning', where: 'a.txt', message: expect.stringContaining('a.json') },
    ]);
  });

  it('reads JSON Lines and names each broken line', () => {
    const lines = [
      '{"id": "one", "text": "One said so.", "date": "2022-06-03T10:00:00Z", "outlet": "The Site", "url": "https://example.org/a b", "title": "T", "lang": "en"}',
      '',
      '{"id": "two", "text": ',
      '{"id": 3, "text": "Three said so.", "date": "2022-13-45"}',
      '{"id": "four"}',
      '{"text": "Six \\ud83d said so."}',
      '{"text": "Seven said so.", "url": "https://www.example-times.com/7|x"}',
      'null',
    ];
    const { articles, diagnostics } = read('corpus.jsonl', lines.join('\r\n'));
    expect(articles.map((article) => ({ ...article, sha256: '' }))).toEqual([
      {
        id: 'one',
        text: 'One said so.',
        date: '2022-06-03',
        outlet: 'The Site',
        url: 'https://example.org/a%20b',
        title: 'T',
        lang: 'en',
        sha256: '',
        metadata: [],
        origin: 'corpus.jsonl:1',
      },
      { id: '3', text: 'Three said so.', sha256: '', metadata: [], origin: 'corpus.jsonl:4' },
      {
        id: 'corpus-7',
        text: 'Seven said so.',
        url: 'https://www.example-times.com/7%7Cx',
        outlet: 'The Example Times',
        sha256: '',
        metadata: [],
        origin: 'corpus.jsonl:7',
      },
    ]);
    expect(diagnostics.map(({ severity, where, message }) => `${severity} ${where} ${message}`)).toEqual([
      expect.stringContaining('error corpus.jsonl:3 is no JSON: '),
      'warning corpus.jsonl:4 the date "2022-13-45" is no day of the calendar',
      expect.stringContaining('error corpus.jsonl:5 has no "text"'),
      expect.stringContaining('error corpus.jsonl:6 holds half of a surrogate pair'),
      expect.stringContaining('error corpus.jsonl:8 is no JSON object'),
    ]);
  });

  it('reads the good lines beside one that is not UTF-8', () => {
    const bytes = Buffer.concat([
      Buffer.from('\uFEFF{"text": "Genève waits."}\n{"text": "Gen'),
      Buffer.from([0xe8]),
      Buffer.from('ve waits."}\n{"text": "Bern waits."}\n'),
    ]);
    const { articles, diagnostics } = read('c.jsonl', bytes);
    expect(articles.map(({ text }) => text)).toEqual(['Genève waits.', 'Bern waits.']);
    expect(diagnostics).toEqual([{ severity: 'error', where: 'c.jsonl:2', message: 'is not valid UTF-8' }]);
  });

  it('reads files that were put one behind the other, each with its byte order mark', () => {
    const { articles, diagnostics } = read(
      'c.jsonl',
      '\uFEFF{"text":"Mali left."}\n\uFEFF{"text":"Chad left."}\n',
    );
    expect(articles.map(({ text }) => text)).toEqual(['Mali left.', 'Chad left.']);
    expect(diagnostics).toEqual([]);
  });

  it('reads one article or a list from a .json file, and JSON Lines under that name', () => {
    const one = { id: 'one', text: 'One said so.' };
    expect(read('a.json', JSON.stringify(one, undefined, 2)).articles.map(({ id }) => id)).toEqual(['one']);
    expect(
      read('a.json', JSON.stringify([one, { text: 'Two said so.' }])).articles.map(({ id, origin }) => [
        id,
        origin,
      ]),
    ).toEqual([
      ['one', 'a.json[0]'],
      ['a-2', 'a.json[1]'],
    ]);
    expect(
      read('a.json', `${JSON.stringify(one)}\n${JSON.stringify({ text: 'Two.' })}\n`).articles,
    ).toHaveLength(2);
  });

  it('says once that a file holds no article at all', () => {
    expect(read('a.jsonl', 'This\nis\nplain\ntext\n')).toEqual(
      refused('a.jsonl', 'none of its 4 lines is an article; a.jsonl:1 is no JSON'),
    );
  });

  it('tells the format of standard input by its first characters', () => {
    expect(read('<stdin>', SENTENCES).articles[0]).toMatchObject({ id: 'stdin', text: SENTENCES });
    expect(read('<stdin>', '{"text": "One."}\n{"text": "Two."}\n').articles).toHaveLength(2);
    expect(read('<stdin>', '<!DOCTYPE html><p>Hi</p>')).toEqual(
      refused('<stdin>', 'without a readable article'),
    );
  });
});
