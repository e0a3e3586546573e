import { Algebra, AlgebraFactory, algebraUtils } from '@comunica/utils-algebra';

/**
 * The algebra of a query, rearranged where Comunica 5.4 would not answer as SPARQL says:
 * LIMIT and OFFSET of a CONSTRUCT or DESCRIBE are about its solutions, not about the triples made of them;
 * and REDUCED, which would drop "abc"@en after "abc", becomes DISTINCT, which it may be.
 * Undefined where there is nothing to mend.
 */
export function mendAlgebra(operation: Algebra.Operation): Algebra.Operation | undefined {
  const factory = new AlgebraFactory();
  let isMended = false;
  const mended = algebraUtils.mapOperation(operation, {
    [Algebra.Types.REDUCED]: {
      transform: ({ input }) => {
        isMended = true;
        return factory.createDistinct(input);
      },
    },
    [Algebra.Types.SLICE]: {
      transform: (slice) => {
        const { input, start, length } = slice;
        if (algebraUtils.isKnownOperation(input, Algebra.Types.CONSTRUCT)) {
          isMended = true;
          const solutions = factory.createSlice(input.input, start, length);
          return factory.createConstruct(solutions, input.template);
        }
        if (algebraUtils.isKnownOperation(input, Algebra.Types.DESCRIBE)) {
          isMended = true;
          return factory.createDescribe(factory.createSlice(input.input, start, length), input.terms);
        }
        return slice;
      },
    },
  });
  return isMended ? mended : undefined;
}
