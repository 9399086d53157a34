import { createFactsRouter } from '@ducat/router';
import { Command } from 'commander';
import type { LoadedRoutes } from '../load-routes.ts';
import { loadUsableRoutes } from '../load-routes.ts';
import { assumption, printJson } from '../printing.ts';
import { startProgress } from '../progress.ts';
import { openRequestFile } from '../request-file.ts';
import type { Report } from '../run.ts';
import { simulate } from '../simulation/simulate.ts';
import { describeSimulation, simulationAsJson } from '../simulation/describe.ts';
import type { Surroundings } from '../surroundings.ts';

interface Options {
  readonly against?: string;
  readonly providers?: string;
  readonly json?: true;
}

/** `ducat routes simulate` */
export function routesSimulate({ output, errors, now }: Surroundings, report: Report): Command {
  return new Command('simulate')
    .description('shows how many requests and how much money go where, for one or two routes files')
    .argument('<file>', 'routes, YAML or JSON')
    .argument('<requests>', 'requests, .csv or .jsonl')
    .option('--against <file>', 'other routes, to be compared with')
    .option('--providers <file>', 'a file with the section providers, instead of those in the routes')
    .option('--json', 'print the result as JSON')
    .action(async (path: string, requestsPath: string, options: Options) => {
      const paths = [path, ...(options.against === undefined ? [] : [options.against])];
      const sets: Awaited<ReturnType<typeof loadUsableRoutes>>[] = [];
      for (const each of paths) sets.push(await loadUsableRoutes(each, options.providers));
      for (const { file } of sets.filter(({ isAssumed }) => isAssumed)) errors.write(assumption(file));
      const requests = await openRequestFile(requestsPath, now());
      const progress = startProgress(errors, requests);
      const routers = sets.map(({ providers, routes }) => createFactsRouter({ providers, routes }));
      try {
        const result = await simulate(routers, requests.requests(), () => {
          progress.show();
        });
        progress.end();
        const names = namesOf(sets);
        if (options.json === true) printJson(output, simulationAsJson(result, names));
        else output.write(describeSimulation(result, names));
        report(0);
      } finally {
        progress.end();
      }
    });
}

/** Two files of one name are told apart by their places. */
function namesOf(sets: readonly LoadedRoutes[]): string[] {
  const names = sets.map(({ file }) => file.name);
  return new Set(names).size === names.length ? names : names.map((name, index) => `${name} (${index + 1})`);
}
