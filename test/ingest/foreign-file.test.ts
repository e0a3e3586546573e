import { describe, expect, it } from 'vitest';
import { readArticles } from '../../src/ingest/read-articles.ts';

const reasonOf = (path: string, content: string): string | undefined => {
  const { articles, diagnostics } = readArticles({ path, bytes: Buffer.from(content) });
  expect(articles).toEqual([]);
  return diagnostics.find(({ severity }) => severity === 'error')?.message;
};

const TURTLE = 'PREFIX dip: <https://w3id.org/demarche/ontology#>\n\n<https://a.example/x> a dip:Claim .\n';

describe('a file that is no article', () => {
  it.each([
    ['graph.trig', TURTLE, 'demarche query --graph'],
    ['issues.ttl', '# my issues\n', 'is a graph'],
    ['renamed.txt', TURTLE, 'is a graph'],
    [
      'renamed.txt',
      '\uFEFF# made by hand\n@prefix ex: <https://a.example/> .\nex:a ex:b ex:c .',
      'is a graph',
    ],
    ['quads.md', '<https://a.example/s> <https://a.example/p> "o" .\n', 'is a graph'],
    ['<stdin>', TURTLE, 'is a graph'],
    ['who.rq', 'SELECT ?x { ?x a dip:Claim }', 'is a query'],
    ['articles.csv', 'id,text\n1,"Chad said no."\n', 'JSON Lines'],
    ['articles.tsv', 'id\ttext\n1\tChad said no.\n', 'JSON Lines'],
    ['paper.txt', '%PDF-1.4 …', 'is a PDF'],
  ])('was read as one: %s is refused with a hint', (path, content, reason) => {
    expect(reasonOf(path, content)).toContain(reason);
  });

  it.each([
    ['a.txt', 'Prefix: the minister said that he would resign.'],
    ['b.txt', '# Ministers meet\n\nThe minister said that he would resign.'],
    ['c.txt', '<https://a.example/news>\nThe minister said that he would resign.'],
    ['d.eml', 'Subject: talks\n\nThe minister said that he would resign.'],
  ])('is none that looks a little like one: %s', (path, content) => {
    expect(readArticles({ path, bytes: Buffer.from(content) }).articles).toHaveLength(1);
  });
});
