/** A column of a colour, as DNA's tables have them. */
function colour(name: string, required: string): string {
  return `${name} INTEGER ${required}CHECK (${name} BETWEEN 0 AND 255)`;
}

const RGB = ['Red', 'Green', 'Blue'].map((name) => colour(name, 'NOT NULL DEFAULT 0 ')).join(', ');
const PERMISSIONS = [
  'AddDocuments',
  'EditDocuments',
  'DeleteDocuments',
  'ImportDocuments',
  'AddStatements',
  'EditStatements',
  'DeleteStatements',
  'EditAttributes',
  'EditRegex',
  'EditStatementTypes',
  'EditCoders',
  'EditCoderRelations',
  'ViewOthersDocuments',
  'EditOthersDocuments',
  'ViewOthersStatements',
  'EditOthersStatements',
].map((name) => flag(`Permission${name}`, 1));

function flag(name: string, standard: 0 | 1): string {
  return `${name} INTEGER NOT NULL CHECK (${name} BETWEEN 0 AND 1) DEFAULT ${standard}`;
}

function text(name: string): string {
  return `${name} TEXT NOT NULL DEFAULT '' CHECK (LENGTH(${name}) < 191)`;
}

function label(name: string): string {
  return `${name} TEXT NOT NULL CHECK (LENGTH(${name}) < 191)`;
}

function foreign(column: string, table: string): string {
  return `FOREIGN KEY(${column}) REFERENCES ${table}(ID) ON DELETE CASCADE`;
}

const KEY = 'ID INTEGER NOT NULL PRIMARY KEY';

function dataTable(value: string, reference = ''): string {
  return `(${KEY}, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL, ${value}, ${foreign('StatementId', 'STATEMENTS')}, ${foreign('VariableId', 'VARIABLES')}, ${reference}UNIQUE (StatementId, VariableId))`;
}

/** The tables of a Discourse Network Analyzer 3 file, in the order in which DNA makes them: name and definition. */
export const DNA_TABLES: readonly (readonly [name: string, definition: string])[] = [
  ['SETTINGS', '(Property TEXT PRIMARY KEY, Value TEXT NOT NULL)'],
  [
    'CODERS',
    `(${KEY}, ${label('Name')}, ${RGB}, Refresh INTEGER NOT NULL CHECK (Refresh BETWEEN 0 AND 9999) DEFAULT 0, FontSize INTEGER NOT NULL CHECK (FontSize BETWEEN 1 AND 99) DEFAULT 14, ${label('Password')}, PopupWidth INTEGER CHECK (PopupWidth BETWEEN 100 AND 9999) DEFAULT 300, ${flag('ColorByCoder', 0)}, ${flag('PopupDecoration', 0)}, ${flag('PopupAutoComplete', 1)}, ${PERMISSIONS.join(', ')})`,
  ],
  [
    'DOCUMENTS',
    `(${KEY}, ${label('Title')}, Text TEXT NOT NULL, Coder INTEGER, ${['Author', 'Source', 'Section'].map(text).join(', ')}, Notes TEXT NOT NULL DEFAULT '', ${text('Type')}, Date INTEGER NOT NULL, ${foreign('Coder', 'CODERS')})`,
  ],
  ['STATEMENTTYPES', `(${KEY}, ${label('Label')}, ${RGB})`],
  [
    'VARIABLES',
    `(${KEY}, ${label('Variable')}, DataType TEXT NOT NULL CHECK (DataType = 'boolean' OR DataType = 'integer' OR DataType = 'long text' OR DataType = 'short text') DEFAULT 'short text', StatementTypeId INTEGER, ${foreign('StatementTypeId', 'STATEMENTTYPES')}, UNIQUE (Variable, StatementTypeId))`,
  ],
  [
    'VARIABLELINKS',
    `(${KEY}, SourceVariableId INTEGER, TargetVariableId INTEGER, CHECK (TargetVariableId != SourceVariableId), ${foreign('SourceVariableId', 'VARIABLES')}, ${foreign('TargetVariableId', 'VARIABLES')})`,
  ],
  ['REGEXES', `(Label TEXT PRIMARY KEY CHECK (LENGTH(Label) < 191), ${RGB})`],
  [
    'CODERRELATIONS',
    `(${KEY}, Coder INTEGER CHECK(Coder > 0), OtherCoder INTEGER CHECK(OtherCoder > 0), ${['viewStatements', 'editStatements', 'viewDocuments', 'editDocuments'].map((name) => flag(name, 1)).join(', ')}, CHECK (Coder != OtherCoder), ${foreign('Coder', 'CODERS')}, ${foreign('OtherCoder', 'CODERS')})`,
  ],
  [
    'STATEMENTS',
    `(${KEY}, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER NOT NULL CHECK(Start >= 0), Stop INTEGER NOT NULL CHECK(Stop >= 0), Coder INTEGER, CHECK (Start < Stop), ${foreign('StatementTypeId', 'STATEMENTTYPES')}, ${foreign('Coder', 'CODERS')}, ${foreign('DocumentId', 'DOCUMENTS')})`,
  ],
  ['DATABOOLEAN', dataTable('Value INTEGER NOT NULL DEFAULT 1')],
  ['DATAINTEGER', dataTable('Value INTEGER NOT NULL DEFAULT 0')],
  [
    'ENTITIES',
    `(${KEY}, VariableId INTEGER NOT NULL, Value TEXT NOT NULL DEFAULT '' CHECK (LENGTH(Value) < 191), ${['Red', 'Green', 'Blue'].map((name) => colour(name, '')).join(', ')}, ChildOf INTEGER CHECK(ChildOf > 0), UNIQUE (VariableId, Value), ${foreign('ChildOf', 'ENTITIES')}, ${foreign('VariableId', 'VARIABLES')})`,
  ],
  ['DATASHORTTEXT', dataTable('Entity INTEGER NOT NULL', `${foreign('Entity', 'ENTITIES')}, `)],
  ['DATALONGTEXT', dataTable("Value TEXT DEFAULT ''")],
  [
    'ATTRIBUTEVARIABLES',
    `(${KEY}, VariableId INTEGER NOT NULL, ${label('AttributeVariable')}, UNIQUE(VariableId, AttributeVariable), ${foreign('VariableId', 'VARIABLES')})`,
  ],
  [
    'ATTRIBUTEVALUES',
    `(${KEY}, EntityId INTEGER NOT NULL, AttributeVariableId INTEGER NOT NULL, ${text('AttributeValue')}, UNIQUE (EntityId, AttributeVariableId), ${foreign('EntityId', 'ENTITIES')}, ${foreign('AttributeVariableId', 'ATTRIBUTEVARIABLES')})`,
  ],
];
