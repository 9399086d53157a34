import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import type { Zone } from '../arrows.ts';
import { mayImportComputed, onlyImporter, pureBuiltins, zoneOfPath, zoneOfSpecifier } from '../arrows.ts';
import type { Finding } from '../finding.ts';
import type { Repository } from '../repository.ts';
import { isTest, packageOf } from '../repository.ts';
import type { SourceFile } from '../source-file.ts';

/** Imports follow the arrows of the house. */
export function importsFollowTheArrows(repository: Repository): Finding[] {
  return repository.sources.flatMap((source) => {
    const from = isTest(source.path) ? undefined : zoneOfPath(source.path);
    if (from === undefined) return [];
    return source.references.flatMap(({ specifier }) => {
      if (specifier === undefined) return computed(source);
      const broken = brokenArrow(source.path, from, specifier);
      return broken === undefined ? [] : [finding(source, `imports ${specifier}`, broken)];
    });
  });
}

function computed(source: SourceFile): Finding[] {
  if (mayImportComputed.includes(source.path)) return [];
  return [finding(source, 'imports a computed name', 'imports can be read off the file')];
}

function brokenArrow(path: string, from: Zone, specifier: string): string | undefined {
  if (specifier.startsWith('.')) {
    const to = zoneOfPath(posix.join(posix.dirname(path), specifier));
    return to === undefined || to === from || from.mayImport.includes(to.name) ? undefined : from.decision;
  }
  if (isBuiltin(specifier)) {
    return from.outside === 'any' || pureBuiltins.includes(specifier) ? undefined : `${from.name} does no I/O`;
  }
  const to = zoneOfSpecifier(specifier);
  if (to !== undefined) return from.mayImport.includes(to.name) ? undefined : from.decision;
  return from.outside === 'none' ? from.decision : undefined;
}

/** Code in a package stands where the arrows are known: a new package gets its row in the table first. */
export function filesHaveAPlace({ sources }: Repository): Finding[] {
  return sources
    .filter(({ path }) => path.startsWith('packages/') && !isTest(path) && !path.endsWith('.config.ts'))
    .filter(({ path }) => zoneOfPath(path) === undefined)
    .map((source) => finding(source, 'is in no zone', 'the table of arrows names every folder of code'));
}

/** A package from outside that is dear or dangerous is imported by one package alone. */
export function dearPackagesHaveOneImporter(repository: Repository): Finding[] {
  return repository.sources.flatMap((source) => {
    if (isTest(source.path) || !source.path.startsWith('packages/')) return [];
    return source.references.flatMap(({ specifier = '' }) => {
      const rule = Object.entries(onlyImporter).find(
        ([name]) => specifier === name || specifier.startsWith(`${name}/`),
      )?.[1];
      const isElsewhere = rule !== undefined && !source.path.startsWith(`${rule.folder}/`);
      return isElsewhere ? [finding(source, `imports ${specifier}`, rule.decision)] : [];
    });
  });
}

/** A relative import stays in its package; another package is imported by its name. */
export function relativeImportsStayInside(repository: Repository): Finding[] {
  return repository.sources.flatMap((source) =>
    source.references.flatMap(({ specifier }) => {
      if (specifier?.startsWith('.') !== true) return [];
      const target = posix.join(posix.dirname(source.path), specifier);
      const isInside = packageOf(repository, target)?.folder === packageOf(repository, source.path)?.folder;
      return isInside ? [] : [finding(source, `imports ${specifier}`, 'a relative import never leaves its package')];
    }),
  );
}

function finding(source: SourceFile, what: string, decision: string): Finding {
  return { path: source.path, message: `${what}: ${decision} (design: the house)` };
}
