import { parseSync, Visitor } from 'oxc-parser';

/** One place where a file names another module. */
export interface ModuleReference {
  /** As written; `undefined` when it is computed. */
  readonly specifier: string | undefined;
  /** What is imported from it, by its name there; empty for everything and for side effects. */
  readonly names: readonly string[];
}

/** What the rules need to know of one TypeScript or JavaScript file. */
export interface SourceFile {
  readonly path: string;
  readonly lineCount: number;
  readonly references: readonly ModuleReference[];
  readonly hasDefaultExport: boolean;
  /** There is nothing in it but `export ... from`. */
  readonly isBarrel: boolean;
  /** Words for what it uses and the house does not: `enum`, `namespace`, `fetch`. */
  readonly constructs: readonly string[];
  readonly parseError: string | undefined;
}

type Node = { readonly type: string };
type Literal = Node & { readonly value: unknown };

function textOf(node: Node): string | undefined {
  if (node.type === 'Literal')
    return typeof (node as Literal).value === 'string' ? String((node as Literal).value) : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  const { quasis } = node as unknown as { quasis: readonly { value: { cooked: string | null } }[] };
  return quasis.length === 1 ? (quasis[0]?.value.cooked ?? undefined) : undefined;
}

function nameOf(node: Node | undefined): string {
  if (node === undefined) return '';
  return 'name' in node ? String(node.name) : (textOf(node) ?? '');
}

/** Reads a file by its syntax tree, so that a comment or a string is never taken for an import. */
export function readSourceFile(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text);
  const references: ModuleReference[] = [];
  const constructs = new Set<string>();
  let hasDefaultExport = false;
  const refer = (source: Node, names: readonly string[] = []): void => {
    references.push({ specifier: textOf(source), names });
  };
  new Visitor({
    ImportDeclaration(node) {
      refer(
        node.source,
        node.specifiers.flatMap((specifier) => ('imported' in specifier ? [nameOf(specifier.imported)] : [])),
      );
    },
    ExportAllDeclaration(node) {
      refer(node.source);
    },
    ExportNamedDeclaration(node) {
      if (node.specifiers.some((specifier) => nameOf(specifier.exported) === 'default')) hasDefaultExport = true;
      if (node.source !== null) {
        refer(
          node.source,
          node.specifiers.map((specifier) => nameOf(specifier.local)),
        );
      }
    },
    ExportDefaultDeclaration() {
      hasDefaultExport = true;
    },
    TSExportAssignment() {
      hasDefaultExport = true;
    },
    ImportExpression(node) {
      refer(node.source);
    },
    TSImportType(node) {
      refer(node.source);
    },
    TSExternalModuleReference(node) {
      refer(node.expression);
    },
    TSEnumDeclaration() {
      constructs.add('enum');
    },
    TSModuleDeclaration(node) {
      // `declare module '...'` adds to another module and is erased; `namespace` makes an object.
      if (node.id.type === 'Literal') refer(node.id);
      else if (node.kind !== 'global') constructs.add('namespace');
    },
    CallExpression(node) {
      const called = node.callee as Node;
      const argument = node.arguments[0];
      if (nameOf(called) === 'fetch') constructs.add('fetch');
      if (nameOf(called) === 'require' && argument !== undefined) refer(argument);
    },
    MemberExpression(node) {
      const owner = nameOf(node.object as Node);
      if (['globalThis', 'global', 'self'].includes(owner) && nameOf(node.property) === 'fetch')
        constructs.add('fetch');
    },
    VariableDeclarator(node) {
      if (nameOf(node.init ?? undefined) !== 'globalThis' || node.id.type !== 'ObjectPattern') return;
      const taken = node.id.properties.map((property) => ('key' in property ? nameOf(property.key) : ''));
      if (taken.includes('fetch')) constructs.add('fetch');
    },
  }).visit(program);
  return {
    path,
    lineCount: text.replace(/\n$/, '').split('\n').length,
    references,
    hasDefaultExport,
    isBarrel: program.body.length > 0 && program.body.every(isReExport),
    constructs: [...constructs],
    parseError: errors[0]?.message,
  };
}

function isReExport(statement: Node): boolean {
  if (statement.type === 'ExportAllDeclaration') return true;
  return statement.type === 'ExportNamedDeclaration' && (statement as { source?: unknown }).source !== null;
}
