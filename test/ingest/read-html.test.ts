import { describe, expect, it } from 'vitest';
import { readArticles } from '../../src/ingest/read-articles.ts';
import type { IngestResult } from '../../src/ingest/input-file.ts';

const PARAGRAPHS = [
  'The foreign ministers of Chad and Niger met in Niamey on Tuesday to speak about the border crossing at Tiné.',
  '“We will open the crossing within a month,” said Chad’s minister & his guest agreed that traders have waited long enough.',
  'Niger’s minister added that customs officers from both countries would work side by side in the new building.',
];
const BODY = PARAGRAPHS.map((words) => `<p>${words.replace('&', '&amp;')}</p>`).join('\n');
const FURNITURE = '<nav><a href="/">Home</a> <a href="/w">World</a></nav>';

function page(head: string, body: string): string {
  return `<!DOCTYPE html>\n<html lang="en-GB"><head>${head}</head><body>${FURNITURE}${body}<footer>© The Site</footer></body></html>`;
}

function read(html: string | Uint8Array): IngestResult {
  return readArticles({ path: 'border.html', bytes: typeof html === 'string' ? Buffer.from(html) : html });
}

describe('readHtml', () => {
  it('gives headline and paragraphs as lines, without furniture, captions and code', () => {
    const figure = '<figure><img src="a.jpg"><figcaption>The crossing in 2019.</figcaption></figure>';
    const html = page(
      '<title>Border opens | The Site</title>',
      `<article><h1>Chad and Niger open border</h1>${figure}${BODY}<script>track("x")</script></article>`,
    );
    const { articles, diagnostics } = read(html);
    expect(diagnostics).toEqual([]);
    expect(articles[0]?.text).toBe(`${['Chad and Niger open border', ...PARAGRAPHS].join('\n')}\n`);
    expect(articles[0]).toMatchObject({ id: 'border', title: 'Chad and Niger open border', lang: 'en-GB' });
  });

  it.each([
    [
      'a NewsArticle',
      '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Border opens", "datePublished": "2023-05-02T08:00:00+01:00", "publisher": {"@type": "Organization", "name": "The Site"}, "url": "https://example.org/border", "inLanguage": "en", "identifier": "x9"}',
    ],
    [
      'a graph',
      '{"@graph": [{"@type": "WebSite", "name": "Nobody"}, {"@type": ["Article", "ReportageNewsArticle"], "headline": "Border opens", "datePublished": "2023-05-02", "publisher": {"name": "The Site"}, "mainEntityOfPage": {"@id": "https://example.org/border"}, "inLanguage": "en"}]}',
    ],
  ])('reads the metadata of %s in JSON-LD before meta elements', (_, json) => {
    const head = `<script type="application/ld+json">{broken</script><script type="application/ld+json">${json}</script><meta property="og:title" content="Other"><meta name="date" content="2020-01-01">`;
    expect(read(page(head, `<article>${BODY}</article>`)).articles[0]).toMatchObject({
      id: 'border',
      title: 'Border opens',
      date: '2023-05-02',
      outlet: 'The Site',
      url: 'https://example.org/border',
      lang: 'en',
    });
  });

  it('reads meta elements, the canonical address and the time element', () => {
    const head =
      '<link rel="canonical" href="https://example.org/c"><meta property="og:site_name" content="The Site"><meta property="og:title" content="Border opens">';
    const time = '<time datetime="2023-05-02T10:00">two days ago</time>';
    expect(
      read(page(head, `<article><h1>Border opens</h1>${time}${BODY}</article>`)).articles[0],
    ).toMatchObject({
      title: 'Border opens',
      date: '2023-05-02',
      outlet: 'The Site',
      url: 'https://example.org/c',
    });
  });

  it('reads a page that leaves out the html, head and body tags', () => {
    const { articles } = read(`<!doctype html><title>Border opens</title><h1>Border opens</h1>${BODY}`);
    expect(articles[0]?.text.split('\n')).toEqual(['Border opens', ...PARAGRAPHS, '']);
  });

  it('falls back on the text that the page gives to machines', () => {
    const json = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Border opens',
      articleBody: PARAGRAPHS.join('\n\n'),
    });
    const html = page(`<script type="application/ld+json">${json}</script>`, '<div id="app"></div>');
    expect(read(html).articles[0]?.text.split('\n')).toEqual(['Border opens', ...PARAGRAPHS, '']);
  });

  it('reads the encoding that the page declares', () => {
    const html = Buffer.from(
      page('<meta charset="iso-8859-1">', `<article>${BODY.replaceAll(/[’“”]/gu, '"')}</article>`),
      'latin1',
    );
    const { articles, diagnostics } = read(html);
    expect(articles[0]?.text).toContain('the border crossing at Tiné.');
    expect(diagnostics).toEqual([
      { severity: 'warning', where: 'border.html', message: expect.stringContaining('iso-8859-1') },
    ]);
  });

  it.each([
    [
      'a menu',
      page(
        '<title>World</title>',
        '<ul><li><a href="/1">One headline of many</a></li><li><a href="/2">Another</a></li></ul>',
      ),
    ],
    ['a wall', page('<title>The Site</title>', '<p>Please enable JavaScript to read on.</p>')],
    ['an empty page', '<html><body></body></html>'],
  ])('refuses %s', (_, html) => {
    expect(read(html)).toEqual({
      articles: [],
      diagnostics: [
        { severity: 'error', where: 'border.html', message: 'is a web page without a readable article' },
      ],
    });
  });

  it('refuses a page of nothing but tags', () => {
    expect(read('<'.repeat(1_000_000)).diagnostics[0]?.message).toContain('more than 100000 tags');
  });

  it('counts no marks inside scripts', () => {
    const script = `<script>${'a < b && c;'.repeat(50_000)}</script>`;
    expect(read(page(script, `<article>${BODY}</article>`)).articles).toHaveLength(1);
  });

  it('refuses a page that is nested without end', () => {
    expect(read(`${'<div>'.repeat(50_000)}<p>x`).diagnostics[0]?.message).toContain('nested more than');
  });

  it('drops a date that is none and says so', () => {
    const { articles, diagnostics } = read(
      page('<meta name="date" content="yesterday">', `<article>${BODY}</article>`),
    );
    expect(articles[0]).not.toHaveProperty('date');
    expect(diagnostics).toEqual([
      {
        severity: 'warning',
        where: 'border.html',
        message: 'the date "yesterday" is none; write YYYY-MM-DD',
      },
    ]);
  });
});
