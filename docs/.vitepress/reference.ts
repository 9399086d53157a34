import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application, ReflectionKind } from 'typedoc';

// Writes the reference of all published packages from their doc comments, one page for each, as Markdown for the site.

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'docs/reference/api');

const packages = globSync('packages/{*,*/*}/package.json', { cwd: root })
  .map((path) => ({
    folder: join(root, path, '..'),
    manifest: JSON.parse(readFileSync(join(root, path), 'utf8')) as { name: string; exports?: Record<string, unknown> },
  }))
  .filter(({ manifest }) => manifest.exports?.['.'] !== undefined);

const options = {
  entryPoints: packages.map((each) => join(each.folder, 'src/index.ts')),
  tsconfig: join(root, 'docs/.vitepress/tsconfig.reference.json'),
  plugin: ['typedoc-plugin-markdown'],
  basePath: root,
  out: folder,
  readme: 'none',
  name: 'Reference',
  router: 'module',
  entryFileName: 'index',
  hideBreadcrumbs: true,
  hidePageHeader: true,
  disableSources: true,
  excludeInternal: true,
  // TypeScript 7 has checked them; this one only reads.
  skipErrorChecking: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  propertyMembersFormat: 'table',
  enumMembersFormat: 'table',
  typeDeclarationFormat: 'table',
  validation: { notExported: false, invalidLink: true, rewrittenLink: true },
};

const application = await Application.bootstrapWithPlugins(options);
const project = await application.convert();
if (project === undefined || application.logger.hasErrors()) throw new Error('the reference cannot be made');
// They are called by their folders, `journals/sqlite/src`.
for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
  const found = packages.find((each) => `${each.folder}/src`.endsWith(`/${module.name}`));
  if (found === undefined) throw new Error(`${module.name} is no package`);
  module.name = found.manifest.name;
}
rmSync(folder, { recursive: true, force: true });
await application.generateOutputs(project);
if (application.logger.hasErrors()) throw new Error('the reference cannot be written');
