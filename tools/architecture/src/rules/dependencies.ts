import type { Zone } from '../arrows.ts';
import { onlyImporter, zoneOfSpecifier, zones } from '../arrows.ts';
import type { Finding } from '../finding.ts';
import type { Package, Repository } from '../repository.ts';

/** What package.json says a package depends on follows the arrows too. Dependencies of its tests are free. */
export function dependenciesFollowTheArrows(repository: Repository): Finding[] {
  return repository.packages.flatMap((each) => {
    const inside = zones.filter(({ folder }) => isIn(each, folder));
    return inside.length === 0 ? [] : dependenciesOf(each).flatMap((name) => brokenArrow(each, inside, name));
  });
}

function brokenArrow(each: Package, inside: readonly Zone[], dependency: string): Finding[] {
  const to = zoneOfSpecifier(dependency);
  const decisions = inside.map(({ decision }) => decision).join('; ');
  const dear = onlyImporter[dependency];
  if (to !== undefined) {
    const isAllowed = inside.some(({ mayImport }) => mayImport.includes(to.name));
    return isAllowed ? [] : [finding(each, dependency, decisions)];
  }
  if (inside.some(({ outside }) => outside === 'none')) return [finding(each, dependency, decisions)];
  return dear === undefined || dear.folder === each.folder ? [] : [finding(each, dependency, dear.decision)];
}

function dependenciesOf({ manifest }: Package): string[] {
  const { dependencies, peerDependencies, optionalDependencies } = manifest;
  return Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies });
}

function isIn(each: Package, zoneFolder: string): boolean {
  const segments = zoneFolder.split('/').slice(0, -1);
  const own = each.folder.split('/');
  return (
    own.length === segments.length && segments.every((segment, index) => segment === '*' || segment === own[index])
  );
}

function finding(each: Package, dependency: string, decision: string): Finding {
  return {
    path: `${each.folder}/package.json`,
    message: `depends on ${dependency}: ${decision} (design: the house)`,
  };
}
