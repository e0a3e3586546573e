import { InputError } from '../model/input-error.ts';
import { isAllowed } from './guarded-fetch.ts';

/** Operations of SPARQL Update, as the algebra names them. */
const UPDATES: ReadonlySet<string> = new Set(
  'add clear compositeupdate copy create deleteinsert drop load move updateclear'.split(' '),
);

/**
 * Refuses, in a tree of SPARQL algebra, what a question may not hold: updates, `SERVICE`, and filters that
 * the engine would answer wrongly beside parameters.
 */
export function refuseOperations(
  operation: unknown,
  {
    origin,
    hasParameters,
    services,
  }: {
    readonly origin: string;
    readonly hasParameters: boolean;
    /** Addresses that `SERVICE` may ask. */
    readonly services: ReadonlySet<string>;
  },
): void {
  if (hasParameters) refuseBareFilters(operation, origin);
  const types = operationTypes(operation);
  if (types.some((type) => UPDATES.has(type))) throw updateError(origin);
  for (const service of serviceNames(operation)) {
    if (service === undefined)
      throw new InputError(origin, 'SERVICE with a variable is not answered: name the service in the query');
    if (!isAllowed(service, services))
      throw new InputError(
        origin,
        `SERVICE <${service}> is not answered: queries run over the given graphs only and never reach the network, ` +
          (/^https?:/u.test(service)
            ? `unless you allow the service with --allow-service ${service}`
            : 'and only http and https services can be allowed'),
      );
  }
}

/** Tells that a query is an update. */
export function updateError(origin: string): InputError {
  return new InputError(
    origin,
    'a query asks and changes nothing: SELECT, ASK, CONSTRUCT or DESCRIBE, not SPARQL Update (graphs are made by "demarche build")',
  );
}

/** What each `SERVICE` in a tree of algebra names; undefined for a variable. */
function serviceNames(node: unknown): readonly (string | undefined)[] {
  if (typeof node !== 'object' || node === null || 'termType' in node) return [];
  const children = Object.values(node).flatMap(serviceNames);
  if (!('type' in node) || node.type !== 'service' || !('name' in node)) return children;
  return [nameOf(node.name), ...children];
}

function nameOf(term: unknown): string | undefined {
  if (typeof term !== 'object' || term === null || !('termType' in term) || !('value' in term))
    return undefined;
  return term.termType === 'NamedNode' ? String(term.value) : undefined;
}

/** The types of all operations in a tree of SPARQL algebra. */
function operationTypes(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null || 'termType' in node) return [];
  const own = 'type' in node && typeof node.type === 'string' ? [node.type] : [];
  return [...own, ...Object.values(node).flatMap(operationTypes)];
}

/**
 * Comunica 5.4.1 sets a parameter inside a FILTER, and in what the FILTER stands over, only where the filter is
 * an operator or EXISTS: with `FILTER(?office)` or `FILTER(xsd:boolean(?office))` it would silently give no rows.
 */
function refuseBareFilters(node: unknown, origin: string): void {
  if (typeof node !== 'object' || node === null || 'termType' in node) return;
  if ('type' in node && node.type === 'filter' && 'expression' in node && isBare(node.expression)) {
    throw new InputError(
      origin,
      'in a query with parameters every FILTER must compare: write FILTER(?x = true) for FILTER(?x)',
    );
  }
  for (const child of Object.values(node)) refuseBareFilters(child, origin);
}

function isBare(expression: unknown): boolean {
  if (typeof expression !== 'object' || expression === null || !('subType' in expression)) return false;
  if (expression.subType === 'named') return true;
  return (
    expression.subType === 'term' &&
    'term' in expression &&
    typeof expression.term === 'object' &&
    expression.term !== null &&
    'termType' in expression.term &&
    expression.term.termType === 'Variable'
  );
}

/** What the engine says where the query, and not we, is wrong; undefined for a bug. */
export function userError(error: unknown, origin: string): InputError | undefined {
  if (error instanceof InputError) return error;
  const message = messageOf(error);
  const [, bound] = /^Tried to bind (?:variable )?(\?\w+)/u.exec(message) ?? [];
  if (bound !== undefined) {
    return new InputError(
      origin,
      `the parameter ${bound} stands in a BIND, VALUES or GROUP BY, which give it a value of their own; use another variable there`,
      { cause: error },
    );
  }
  if (/^(?:Invalid SPARQL endpoint response|fetch failed|Fetch timed out)/u.test(message)) {
    const [told = message] = message.split('\n', 1);
    const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
    return new InputError(origin, `a service did not answer: ${told.replace(/:$/u, '')}${cause}`, {
      cause: error,
    });
  }
  if (message.startsWith('RDF joining failed')) {
    return new InputError(
      origin,
      'the engine cannot answer an OPTIONAL that holds a BIND or GROUP BY beside a FILTER on a variable from outside; move the BIND behind the OPTIONAL',
      { cause: error },
    );
  }
  const [, called] =
    /^Creation of function evaluator failed: .* evaluate function (\S+)/u.exec(message) ?? [];
  if (called !== undefined) {
    return new InputError(
      origin,
      `there is no function <${called}>; SPARQL's own and the casts of XSD are there`,
      {
        cause: error,
      },
    );
  }
  if (
    /^(?:Illegal binding|Unknown (?:named )?(?:operator|function)|Invalid argument types|No .*function)/iu.test(
      message,
    )
  ) {
    return new InputError(origin, message.split('\n', 1)[0] ?? message, { cause: error });
  }
  return undefined;
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
