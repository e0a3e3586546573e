import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { VOICES, type Voice } from '../extract/without-voices.ts';
import { EXTRACTORS } from '../resources.ts';
import type { ExtractorName, ResourceOptions } from '../resources.ts';

/** The options by which a user gives own issue and entity files. */
export interface ResourceFlags {
  readonly issues?: readonly string[];
  readonly entities?: readonly string[];
  readonly shippedEntities: boolean;
  readonly extractor: ExtractorName;
  readonly models?: string;
  readonly without?: readonly Voice[];
  readonly encoding?: string;
}

/** Adds `--encoding` to a command that reads articles. */
export function addEncodingOption(command: Command): Command {
  return command.option(
    '--encoding <name>',
    'the encoding of articles that are not UTF-8 or UTF-16: windows-1250, gb18030 … (default: guessed, with a warning)',
    readEncoding,
  );
}

function readEncoding(value: string): string {
  try {
    return new TextDecoder(value).encoding;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InvalidArgumentError(
      'It names no encoding; use such as utf-8, windows-1250, iso-8859-2, koi8-r, gb18030, big5, shift_jis, euc-kr.',
    );
  }
}

/** Adds `--issues`, `--entities`, `--no-shipped-entities`, `--models`, `--without`, `--encoding` and `--extractor` to a command that reads articles. */
export function addResourceOptions(command: Command): Command {
  return addEncodingOption(command)
    .option('--issues <file...>', 'issue files in Turtle, instead of those that ship with demarche')
    .option('--entities <file...>', 'entity files in Turtle, besides those that ship with demarche')
    .option('--no-shipped-entities', 'leave out the entity files that ship with demarche')
    .option('--models <folder>', 'models made by demarche train, instead of those that ship with demarche')
    .addOption(
      new Option(
        '--without <kinds>',
        `kinds of text to leave out, with commas: ${VOICES.join(', ')}`,
      ).argParser(readVoices),
    )
    .addOption(
      new Option('--extractor <name>', 'who finds the attributions: rules, trained models, or both merged')
        .choices([...EXTRACTORS])
        .default('merge'),
    );
}

function readVoices(value: string): readonly Voice[] {
  return value.split(',').map((name) => {
    const voice = VOICES.find((known) => known === name.trim());
    if (voice === undefined)
      throw new InvalidArgumentError(`use ${VOICES.join(' or ')}, or both with a comma.`);
    return voice;
  });
}

/** What the flags ask of the resources. */
export function toResourceOptions({
  issues,
  entities,
  shippedEntities,
  extractor,
  models,
  without,
}: ResourceFlags): ResourceOptions {
  return {
    ...(issues === undefined ? {} : { issues }),
    ...(entities === undefined ? {} : { entities }),
    ...(models === undefined ? {} : { models }),
    withoutShippedEntities: !shippedEntities,
    extractor,
    ...(without === undefined ? {} : { without }),
  };
}
