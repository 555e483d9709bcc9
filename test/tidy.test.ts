import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Which code may import which, by area; `types` may be imported as types only. The reason is what a failure says. */
interface Area {
  readonly name: string;
  readonly files: RegExp;
  readonly may: readonly string[];
  readonly types?: readonly string[];
  /** Packages that may be imported; undefined for all. Node's own modules count. */
  readonly packages?: readonly string[];
  readonly because: string;
}

const AREAS: readonly Area[] = [
  {
    name: 'foundation',
    files: /^(errors|kebab-case|limits|once|usage)\.ts$/,
    may: [],
    packages: [],
    because: 'everything stands on it',
  },
  {
    name: 'model',
    files: /^(mlmd\/model\.ts$|mlmd\/filter\/|global-id\.ts$)/,
    may: ['foundation'],
    packages: [],
    because: 'it is free of any database or protocol',
  },
  {
    name: 'struct',
    files: /^mlmd\/struct\.ts$/,
    may: ['foundation', 'model'],
    because: 'it says how a Struct is written, wherever one is',
  },
  {
    name: 'store',
    files: /^mlmd\/(each-page|store|rows|inspection|open-options)\.ts$/,
    may: ['foundation', 'model'],
    types: ['settings'],
    packages: [],
    because: 'it is the contract that every backend keeps',
  },
  {
    name: 'checks',
    files: /^mlmd\/checks\//,
    may: ['foundation', 'model', 'store', 'struct'],
    packages: ['node:util'],
    because: 'what a store refuses does not depend on where it keeps what it takes',
  },
  {
    name: 'pure',
    files: /^(lineage|conventions)\//,
    may: ['foundation', 'model'],
    types: ['store'],
    packages: ['node:util'],
    because: 'it is pure code that never sees a database or a request',
  },
  {
    name: 'files',
    files: /^mlmd\/pem\.ts$/,
    may: ['foundation'],
    packages: ['node:fs'],
    because: 'it reads the files that the URL of any store may name',
  },
  {
    name: 'sql',
    files: /^mlmd\/sql\//,
    may: ['foundation', 'model', 'store', 'struct', 'checks', 'files'],
    types: ['settings'],
    because: 'a backend knows nothing of what is built on it, or of other backends',
  },
  {
    name: 'wire',
    files: /^mlmd\/wire\//,
    may: ['foundation', 'model', 'store', 'struct', 'checks', 'files'],
    types: ['settings'],
    because: 'the protocol is spoken alike over any store, and by no other backend',
  },
  {
    name: 'recording',
    files: /^recording\//,
    may: ['foundation', 'model', 'store', 'pure'],
    types: ['api'],
    because: 'what a mutation writes follows from its input and a transaction alone',
  },
  {
    name: 'exchange',
    files: /^exchange\//,
    may: ['foundation', 'model', 'store', 'pure', 'checks'],
    packages: [],
    because: 'what a document says, and what of it a store lacks, follows from the two alone',
  },
  {
    name: 'doctor',
    files: /^doctor\//,
    may: ['foundation', 'model', 'store', 'pure'],
    packages: [],
    because: 'what a store is and what is amiss in it follows from what any store tells',
  },
  {
    name: 'api',
    files: /^(resolvers|generated)\//,
    may: ['foundation', 'model', 'pure', 'recording', 'exchange'],
    types: ['store'],
    because: 'resolvers get their data through RequestContext only',
  },
  {
    name: 'settings',
    files: /^((config|log)\.ts$|config\/)/,
    may: ['foundation'],
    because: 'settings know nothing of what they set',
  },
  {
    name: 'archive',
    files: /^archive\//,
    may: ['foundation', 'model', 'store', 'sql'],
    because: 'it is handed an open store, and writes a file of its own',
  },
  {
    name: 'server',
    files: /^server\//,
    may: ['foundation', 'model', 'store', 'pure', 'recording', 'exchange', 'api', 'settings'],
    because: 'it is handed an open store, whatever the backend',
  },
  {
    name: 'wiring',
    files: /^(cli\/|mlmd\/open\.ts$)/,
    may: [
      'foundation',
      'model',
      'store',
      'pure',
      'sql',
      'wire',
      'recording',
      'exchange',
      'doctor',
      'api',
      'settings',
      'archive',
      'server',
    ],
    because: 'here the parts are put together',
  },
];

/** The pages in `web/src`, which know the schema and nothing of the server: no area of `src` is among what they import. */
const WEB_AREAS: readonly Area[] = [
  {
    name: 'operations',
    files: /^web\/generated\//,
    may: [],
    because: 'codegen writes it from the schema and the operations',
  },
  {
    name: 'asking',
    files: /^web\/api\//,
    may: [],
    types: ['operations'],
    because: 'it asks whatever it is handed, for any page',
  },
  {
    name: 'graph model',
    files: /^web\/explorer\/model\//,
    may: [],
    types: ['operations'],
    packages: [],
    because: 'what a picture shows follows from the graph alone, without a browser',
  },
  {
    name: 'page model',
    files: /^web\/(details\/impact|compare)\/model\//,
    may: [],
    types: ['operations'],
    packages: [],
    because: 'what a page works out of an answer is pure code, without a browser',
  },
  {
    name: 'parts',
    files: /^web\/(parts\/|[^/]+\.d\.ts$)/,
    may: ['asking', 'operations'],
    because: 'what all pages share knows none of them',
  },
  ...['home', 'lists', 'details', 'compare', 'explorer'].map((name) => ({
    name,
    files: new RegExp(`^web/${name}/`),
    may: ['asking', 'operations', 'parts', 'graph model', 'page model'],
    because: 'a page leads to others by address, and shares with them what is in parts',
  })),
  {
    name: 'app',
    files: /^web\/(app|main|navigation|pages|theme)\.tsx?$/,
    may: ['asking', 'parts', 'home', 'lists', 'details', 'compare', 'explorer'],
    because: 'here the pages are put together',
  },
];

/** These make something happen or depend on when and where it runs, so each may stand in one place only. */
const RESERVED: readonly { readonly text: RegExp; readonly files: RegExp; readonly because: string }[] = [
  { text: /process\.env/, files: /^config(\.ts$|\/)/, because: 'settings alone are read from the environment' },
  { text: /process\.stdout|console\./, files: /^cli\//, because: "stdout is the command line's own" },
  { text: /process\.exit/, files: /^cli\//, because: 'only the command line may end the process' },
  {
    text: /Date\.now\(|new Date\(\)|performance\.now/,
    files: /^(?!lineage\/|conventions\/|resolvers\/)/,
    because: 'the clock is handed in',
  },
];

/** The sources of the server, by their paths below `src`, and those of the pages, whose paths begin with `web/`. */
const SOURCES = [...sourcesIn('../src/', ''), ...sourcesIn('../web/src/', 'web/')];
const OWN_SOURCES = SOURCES.filter(({ file }) => !/(^|\/)generated\//.test(file));

function sourcesIn(folder: string, prefix: string) {
  const root = new URL(folder, import.meta.url);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
  return paths.map((path) => {
    const text = readFileSync(new URL(path, root), 'utf8');
    return { file: prefix + path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
  });
}

function areaOf(file: string): Area {
  const area = [...AREAS, ...WEB_AREAS].find(({ files }) => files.test(file));
  if (area === undefined) throw new Error(`src/${file} belongs to no area; add it to the table in this test.`);
  return area;
}

/** Every import and re-export of a file; a declaration all of whose names are types counts as one of types. */
function importsOf(tree: ts.SourceFile): readonly { readonly from: string; readonly isType: boolean }[] {
  return tree.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const clause = statement.importClause;
      const names = clause?.namedBindings;
      const areTypes =
        names !== undefined && ts.isNamedImports(names) && names.elements.every((name) => name.isTypeOnly);
      const isType = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || (areTypes && clause?.name === undefined);
      return [{ from: statement.moduleSpecifier.text, isType }];
    }
    if (
      ts.isExportDeclaration(statement) &&
      statement.moduleSpecifier &&
      ts.isStringLiteral(statement.moduleSpecifier)
    ) {
      return [{ from: statement.moduleSpecifier.text, isType: statement.isTypeOnly }];
    }
    return [];
  });
}

describe('the sources', () => {
  it('import downwards only', () => {
    const wrong = SOURCES.flatMap(({ file, tree }) => {
      const area = areaOf(file);
      return importsOf(tree).flatMap(({ from, isType }) => {
        if (/\.(css|svg)$/.test(from)) return [];
        if (!from.startsWith('.')) {
          const isAllowed = area.packages === undefined || area.packages.includes(from) || isType;
          return isAllowed ? [] : [`src/${file} imports ${from}: ${area.because}.`];
        }
        const target = areaOf(posix.join(posix.dirname(file), from).replace(/\.js$/, '.ts')).name;
        const allowed = [area.name, ...area.may, ...(isType ? (area.types ?? []) : [])];
        return allowed.includes(target) ? [] : [`src/${file} imports ${from} (${target}): ${area.because}.`];
      });
    });

    expect(wrong).toEqual([]);
  });

  it.each(RESERVED)('keep $text where it belongs', ({ text, files, because }) => {
    const wrong = OWN_SOURCES.filter((source) => text.test(withoutComments(source.text)) && !files.test(source.file));

    expect(wrong.map(({ file }) => `src/${file}: ${because}`)).toEqual([]);
  });

  it('hold nothing that was left to be mended before it is merged', () => {
    expect(SOURCES.filter(({ text }) => text.includes('FIXME')).map(({ file }) => file)).toEqual([]);
  });

  it('fit in 400 lines a file', () => {
    const long = OWN_SOURCES.filter(({ text }) => text.split('\n').length > 400);

    expect(long.map(({ file }) => file)).toEqual([]);
  });

  it('are named in kebab case, or after their GraphQL type', () => {
    const wrong = SOURCES.map(({ file }) => file)
      .filter((file) => !/^mlmd\/wire\/generated\//.test(file))
      .filter((file) => !/^([a-z][a-z0-9-]*\/)*([a-z][a-z0-9-]*|[A-Z][A-Za-z0-9]*)(\.d\.ts|\.tsx?)$/.test(file));

    expect(wrong).toEqual([]);
  });

  // One comment may speak for several declarations that stand together, without an empty line between them.
  it('say of every export what it gives', () => {
    const silent = OWN_SOURCES.flatMap(({ file, tree }) => {
      let isSpokenFor = false;
      return tree.statements.filter(isExport).flatMap((statement) => {
        const hasComment = ts.getJSDocCommentsAndTags(statement).length > 0;
        isSpokenFor = hasComment || (isSpokenFor && !/\n\s*\n/.test(leadingTrivia(statement)));
        return isSpokenFor ? [] : [`src/${file}: ${statement.getText().split('\n')[0]}`];
      });
    });

    expect(silent).toEqual([]);
  });

  it('export by name only', () => {
    const wrong = OWN_SOURCES.filter(({ tree }) => tree.statements.some(ts.isExportAssignment));

    expect(wrong.map(({ file }) => file)).toEqual([]);
  });
});

function isExport(statement: ts.Statement): boolean {
  if (!ts.canHaveModifiers(statement)) return false;
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** What stands between the statement before and this one. */
function leadingTrivia(statement: ts.Statement): string {
  return statement.getFullText().slice(0, statement.getStart() - statement.getFullStart());
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
