import { Option } from 'commander';
import type { Command } from 'commander';
import { EXTRACTORS } from '../resources.ts';
import type { ExtractorName, ResourceOptions } from '../resources.ts';

/** The options by which a user gives own issue and entity files. */
export interface ResourceFlags {
  readonly issues?: readonly string[];
  readonly entities?: readonly string[];
  readonly shippedEntities: boolean;
  readonly extractor: ExtractorName;
}

/** Adds `--issues`, `--entities`, `--no-shipped-entities` and `--extractor` to a command that reads articles. */
export function addResourceOptions(command: Command): Command {
  return command
    .option('--issues <file...>', 'issue files in Turtle, instead of those that ship with demarche')
    .option('--entities <file...>', 'entity files in Turtle, besides those that ship with demarche')
    .option('--no-shipped-entities', 'leave out the entity files that ship with demarche')
    .addOption(
      new Option('--extractor <name>', 'who finds the attributions: rules, trained models, or both merged')
        .choices([...EXTRACTORS])
        .default('merge'),
    );
}

/** What the flags ask of the resources. */
export function toResourceOptions({
  issues,
  entities,
  shippedEntities,
  extractor,
}: ResourceFlags): ResourceOptions {
  return {
    ...(issues === undefined ? {} : { issues }),
    ...(entities === undefined ? {} : { entities }),
    withoutShippedEntities: !shippedEntities,
    extractor,
  };
}
