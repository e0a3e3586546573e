import type { Path } from './operation.ts';
import { isTerm, readAll } from './read-term.ts';

/** Reads a property path of the engine's algebra; undefined when it is none. */
export function readPath(path: unknown): Path | undefined {
  if (typeof path !== 'object' || path === null || !('type' in path)) return undefined;
  switch (path.type) {
    case 'link':
      return 'iri' in path && isTerm(path.iri) ? { type: 'link', iri: path.iri } : undefined;
    case 'inv': {
      const inner = readInner(path);
      return inner === undefined ? undefined : { type: 'inverse', path: inner };
    }
    case 'seq':
    case 'alt': {
      const paths = 'input' in path ? readAll(path.input, readPath) : undefined;
      const type = path.type === 'seq' ? 'sequence' : 'alternative';
      return paths === undefined ? undefined : { type, paths };
    }
    case 'ZeroOrMorePath':
      return repeat('zeroOrMore', readInner(path));
    case 'OneOrMorePath':
      return repeat('oneOrMore', readInner(path));
    case 'ZeroOrOnePath':
      return repeat('zeroOrOne', readInner(path));
    case 'nps': {
      const iris = 'iris' in path ? readAll(path.iris, (iri) => (isTerm(iri) ? iri : undefined)) : undefined;
      return iris === undefined ? undefined : { type: 'not', iris };
    }
    default:
      return undefined;
  }
}

function readInner(node: object): Path | undefined {
  return 'path' in node ? readPath(node.path) : undefined;
}

function repeat(type: 'zeroOrMore' | 'oneOrMore' | 'zeroOrOne', path: Path | undefined): Path | undefined {
  return path === undefined ? undefined : { type, path };
}
