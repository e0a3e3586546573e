import { LLkLookaheadStrategy } from '@traqula/chevrotain';
import type { ILookaheadStrategy } from '@traqula/chevrotain';

/**
 * Decides how a parser looks ahead in a rule of its grammar when that rule is first used. A query uses few of the rules
 * of SPARQL: thinking all of them over took a third of the time to set up the parser.
 */
export function createLazyLookahead(): ILookaheadStrategy {
  // One token is what the grammar of SPARQL needs, and what its parser is set to.
  const strategy: ILookaheadStrategy = new LLkLookaheadStrategy({ maxLookahead: 1 });
  return {
    validate: (options) => strategy.validate(options),
    buildLookaheadForAlternation: (options) =>
      whenCalled(() => strategy.buildLookaheadForAlternation(options)),
    buildLookaheadForOptional: (options) => whenCalled(() => strategy.buildLookaheadForOptional(options)),
  };
}

/** A function that is made when it is first called. The parser is its `this`. */
function whenCalled<Given extends unknown[], Result>(
  make: () => (this: unknown, ...given: Given) => Result,
): (...given: Given) => Result {
  let made: ((this: unknown, ...given: Given) => Result) | undefined;
  return function decide(this: unknown, ...given: Given): Result {
    made ??= make();
    return made.apply(this, given);
  };
}
