/** Finds imports that go against the layers of lib/ and native/ (layers.mjs). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';

import ts from 'typescript';

import { cpp, packages, typescript, withoutNapi } from './layers.mjs';

const filesOf = (folder, pattern) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map((name) => name.split(sep).join('/'))
        .filter((name) => pattern.test(name))
        .sort()
    : [];

const layerOf = (file) => file.split('/')[0];

/** What a TypeScript file imports: the specifier, the line, and whether only types are taken. */
function importsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    if (!statement.moduleSpecifier) return [];
    const { line } = source.getLineAndCharacterOfPosition(statement.getStart(source));
    const bindings = statement.importClause?.namedBindings ?? statement.exportClause;
    const typeOnly =
      statement.isTypeOnly === true ||
      statement.importClause?.isTypeOnly === true ||
      (statement.importClause?.name === undefined &&
        bindings?.elements?.length > 0 &&
        bindings.elements.every((element) => element.isTypeOnly));
    return [{ specifier: statement.moduleSpecifier.text, line: line + 1, typeOnly }];
  });
}

function checkTypeScript(root, problems) {
  const graph = new Map();
  for (const file of filesOf(root, /\.ts$/)) {
    const layer = layerOf(file);
    const rule = typescript[layer];
    if (!rule) {
      problems.push(`lib/${file}: its folder has no rule in scripts/lib/layers.mjs`);
      continue;
    }
    const targets = [];
    for (const { specifier, line, typeOnly } of importsOf(join(root, file))) {
      const where = `lib/${file}:${line}`;
      if (!specifier.startsWith('.')) {
        const allowed = packages[specifier];
        if (allowed && !typeOnly && !allowed.includes(layer)) {
          problems.push(`${where}: ${specifier} belongs in ${allowed.join(', ')} only`);
        } else if (!allowed && !specifier.startsWith('node:')) {
          problems.push(`${where}: ${specifier} is not a package that the library uses`);
        }
        continue;
      }
      const target = posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts');
      const to = layerOf(target);
      const fits =
        to === layer || rule.imports.includes(to) || (typeOnly && rule.types.includes(to));
      if (!fits) {
        const kind = typeOnly ? 'types of ' : '';
        problems.push(`${where}: ${layer} may not import ${kind}${to} (${target})`);
      }
      if (!typeOnly) targets.push(target);
    }
    graph.set(file, targets);
  }
  checkCycles(graph, problems);
}

/** Imports at run time in a circle: one of the files would see another half made. */
function checkCycles(graph, problems) {
  const done = new Set();
  const visit = (file, path) => {
    const start = path.indexOf(file);
    if (start !== -1) {
      problems.push(`lib/: a circle of imports: ${[...path.slice(start), file].join(' -> ')}`);
      return;
    }
    if (done.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
}

function checkCpp(root, problems) {
  const files = filesOf(root, /\.(cc|h|c)$/);
  const includes = new Map();
  for (const file of files) {
    const layer = layerOf(file);
    const rule = cpp[layer];
    if (!rule) {
      problems.push(`native/${file}: its folder has no rule in scripts/lib/layers.mjs`);
      continue;
    }
    const targets = [];
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    lines.forEach((text, index) => {
      const where = `native/${file}:${index + 1}`;
      if (/^\s*#\s*include\s*[<"]napi\.h[>"]/.test(text) && file !== 'napi.h') {
        problems.push(`${where}: only native/napi.h includes <napi.h>`);
      }
      const name = /^\s*#\s*include\s*"([^"]+)"/.exec(text)?.[1];
      const target = name === undefined ? null : ownHeader(root, file, name);
      if (target === null) return;
      targets.push(target);
      const to = layerOf(target);
      if (to !== layer && !rule.includes(to)) {
        problems.push(`${where}: ${layer} may not include ${to} (${target})`);
      }
    });
    includes.set(file, targets);
  }
  for (const file of files.filter((name) => withoutNapi.includes(layerOf(name)))) {
    const chain = chainTo('napi.h', file, includes);
    if (chain) problems.push(`native/${file}: sees napi.h: ${chain.join(' -> ')}`);
  }
}

/** The path under native/ of an included header of the project; null for others. */
function ownHeader(root, file, name) {
  const candidates = [resolve(root, '..', name), resolve(dirname(join(root, file)), name)];
  const found = candidates.find((path) => path.startsWith(root + sep) && existsSync(path));
  return found === undefined ? null : relative(root, found).split(sep).join('/');
}

function chainTo(goal, from, includes, seen = new Set()) {
  if (from === goal) return [goal];
  if (seen.has(from)) return null;
  seen.add(from);
  for (const target of includes.get(from) ?? []) {
    const rest = chainTo(goal, target, includes, seen);
    if (rest) return [from, ...rest];
  }
  return null;
}

/**
 * @param {string} root a checkout
 * @returns {string[]} one line a problem
 */
export function layerProblems(root) {
  const problems = [];
  checkTypeScript(join(root, 'lib'), problems);
  checkCpp(join(root, 'native'), problems);
  return problems;
}
