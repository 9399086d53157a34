import { Command } from 'commander';
import { describeFinding, loadRoutes } from '../load-routes.ts';
import type { Report } from '../run.ts';
import type { Surroundings } from '../surroundings.ts';
import { assumption, printJson } from '../printing.ts';

interface Options {
  readonly providers?: string;
  readonly strict?: true;
  readonly json?: true;
}

/** `ducat routes lint` */
export function routesLint({ output, errors }: Surroundings, report: Report): Command {
  return new Command('lint')
    .description('finds what is wrong in a routes file, and what may not be meant')
    .argument('<file>', 'routes, YAML or JSON')
    .option('--providers <file>', 'a file with the section providers, instead of the one in the routes')
    .option('--strict', 'exit with 1 on notices too')
    .option('--json', 'print the findings as JSON')
    .action(async (path: string, options: Options) => {
      const { file, findings, isAssumed } = await loadRoutes(path, options.providers);
      if (isAssumed) errors.write(assumption(file));
      if (options.json === true) {
        printJson(output, {
          file: file.name,
          findings: findings.map((each) => ({ ...each, line: file.lineOf(each.place) })),
        });
      } else {
        for (const finding of findings) output.write(`${describeFinding(file, finding)}\n`);
        if (findings.length === 0) output.write(`${file.name}: nothing found\n`);
      }
      const counts = findings.some(({ severity }) => severity !== 'notice' || options.strict === true);
      report(counts ? 1 : 0);
    });
}
