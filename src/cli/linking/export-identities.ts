import type { Identity } from '../../export/identities/identity.ts';
import { writeIdentityCsv } from '../../export/identities/identity-csv.ts';
import { writeIdentityOpenRefine } from '../../export/identities/identity-openrefine.ts';
import { writeIdentitySssom } from '../../export/identities/identity-sssom.ts';
import { packageVersion } from '../../io/package-files.ts';
import { DEFAULT_BASE } from '../../rdf/iris.ts';

/** The files that identities are written as. */
export const IDENTITY_FORMATS = ['sssom', 'csv', 'openrefine'] as const;

/** One of them. */
export type IdentityFormat = (typeof IDENTITY_FORMATS)[number];

/** The identities as a file that other programs read; an SSSOM set is named for the inputs. */
export function exportIdentities(
  identities: readonly Identity[],
  format: IdentityFormat,
  inputs: readonly string[],
): string {
  if (format === 'csv') return writeIdentityCsv(identities);
  if (format === 'openrefine') return writeIdentityOpenRefine(identities);
  const [first] = identities;
  const actors = /^.+\/actor\//u.exec(first?.actor ?? '')?.[0] ?? `${DEFAULT_BASE}actor/`;
  const set = { actors, id: `${actors.replace(/actor\/$/u, 'mappings/')}${setName(inputs)}` };
  return writeIdentitySssom(identities, { ...set, version: packageVersion() });
}

function setName(inputs: readonly string[]): string {
  return inputs
    .map((input) => input.replaceAll(/^.*[\\/]|\.[^.]*$/gu, '').replaceAll(/[^\w-]+/gu, '-'))
    .join('+');
}
