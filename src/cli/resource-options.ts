import type { Command } from 'commander';
import type { ResourceOptions } from '../resources.ts';

/** The options by which a user gives own issue and entity files. */
export interface ResourceFlags {
  readonly issues?: readonly string[];
  readonly entities?: readonly string[];
  readonly shippedEntities: boolean;
}

/** Adds `--issues`, `--entities` and `--no-shipped-entities` to a command that reads articles. */
export function addResourceOptions(command: Command): Command {
  return command
    .option('--issues <file...>', 'issue files in Turtle, instead of those that ship with demarche')
    .option('--entities <file...>', 'entity files in Turtle, besides those that ship with demarche')
    .option('--no-shipped-entities', 'leave out the entity files that ship with demarche');
}

/** What the flags ask of the resources. */
export function toResourceOptions({ issues, entities, shippedEntities }: ResourceFlags): ResourceOptions {
  return {
    ...(issues === undefined ? {} : { issues }),
    ...(entities === undefined ? {} : { entities }),
    withoutShippedEntities: !shippedEntities,
  };
}
