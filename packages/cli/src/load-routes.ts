import { DucatError } from '@ducat/core';
import type { Finding, ProviderCapabilities, ProviderDescription, Routes } from '@ducat/router';
import { lintRoutes, readRoutes } from '@ducat/router';
import { capabilitiesOf, namedProviders } from './capabilities.ts';
import { Problem } from './problem.ts';
import type { DataFile } from './routes-file.ts';
import { readDataFile } from './routes-file.ts';

/** A routes file, and the providers that its rules are for. */
export interface LoadedRoutes {
  readonly file: DataFile;
  readonly providers: readonly ProviderCapabilities[];
  /** Whether nothing is said of the providers, so that all are taken to be able to do everything. */
  readonly isAssumed: boolean;
  readonly findings: readonly Finding[];
}

/** Reads routes for being checked. @throws Problem when a file cannot be read. */
export async function loadRoutes(path: string, providersPath: string | undefined): Promise<LoadedRoutes> {
  const file = await readDataFile(path);
  const described = providersPath === undefined ? undefined : await readProviders(providersPath);
  const routes = routesIn(file.value);
  const own = described ?? routes?.providers;
  const providers =
    own?.map(capabilitiesOf) ??
    (routes === undefined ? [] : namedProviders(routes).map((id) => capabilitiesOf({ id })));
  return { file, providers, isAssumed: own === undefined, findings: lintRoutes(file.value, providers) };
}

/** The same for being used. @throws Problem with every error in it, each with its line. */
export async function loadUsableRoutes(
  path: string,
  providersPath: string | undefined,
): Promise<LoadedRoutes & { readonly routes: Routes }> {
  const loaded = await loadRoutes(path, providersPath);
  const errors = loaded.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Problem(errors.map((finding) => describeFinding(loaded.file, finding)).join('\n'));
  return { ...loaded, routes: readRoutes(loaded.file.value) };
}

/** `routes.yaml:12: error: rules.3.split: adds up to 90 %, and must to 100 %` */
export function describeFinding(file: DataFile, { severity, place, rule, message }: Finding): string {
  const of = rule === undefined ? '' : ` (rule "${rule}")`;
  return `${file.name}:${file.lineOf(place)}: ${severity}: ${place.join('.') || 'routes'}${of}: ${message}`;
}

async function readProviders(path: string): Promise<readonly ProviderDescription[]> {
  const file = await readDataFile(path);
  const value = file.value as { readonly providers?: unknown } | null;
  // The section has the same form wherever it stands, and one schema.
  const probe = { version: 1, rules: [], providers: value?.providers };
  const finding = lintRoutes(probe, [])[0];
  if (finding !== undefined) throw new Problem(describeFinding(file, finding));
  const { providers } = readRoutes(probe);
  if (providers === undefined) throw new Problem(`${file.name}: has no section providers`);
  return providers;
}

function routesIn(value: unknown): Routes | undefined {
  try {
    return readRoutes(value);
  } catch (error) {
    if (DucatError.is(error)) return undefined;
    throw error;
  }
}
