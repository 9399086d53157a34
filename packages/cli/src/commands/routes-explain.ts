import { readFile } from 'node:fs/promises';
import type { Plan } from '@ducat/router';
import { createFactsRouter } from '@ducat/router';
import { Command } from 'commander';
import { loadUsableRoutes } from '../load-routes.ts';
import { assumption, printJson, table } from '../printing.ts';
import { Problem } from '../problem.ts';
import { readRequest } from '../request-record.ts';
import type { Report } from '../run.ts';
import type { Surroundings } from '../surroundings.ts';

interface Options {
  readonly request: string;
  readonly providers?: string;
  readonly json?: true;
}

/** `ducat routes explain` */
export function routesExplain({ output, errors, now }: Surroundings, report: Report): Command {
  return new Command('explain')
    .description('shows who is tried for a request, in which order, and why')
    .argument('<file>', 'routes, YAML or JSON')
    .requiredOption('--request <json>', 'the request as JSON, or @ and the name of a file with it')
    .option('--providers <file>', 'a file with the section providers, instead of the one in the routes')
    .option('--json', 'print the plan as JSON')
    .action(async (path: string, options: Options) => {
      const { file, routes, providers, isAssumed } = await loadUsableRoutes(path, options.providers);
      if (isAssumed) errors.write(assumption(file));
      const read = readRequest(await requestOf(options.request), 1, now());
      if ('message' in read) throw new Problem(`--request: ${read.path}: ${read.message}`);
      const plan = createFactsRouter({ providers, routes }).plan(read.facts);
      if (options.json === true) printJson(output, plan);
      else output.write(describePlan(plan));
      report(plan.candidates.length === 0 ? 1 : 0);
    });
}

async function requestOf(given: string): Promise<unknown> {
  const text = given.startsWith('@') ? await readFile(given.slice(1), 'utf8').catch(() => undefined) : given;
  if (text === undefined) throw new Problem(`--request: ${given.slice(1)}: cannot be read`);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message would quote the request.
    throw new Problem('--request: is no JSON');
  }
}

function describePlan({ candidates, lines }: Plan): string {
  const rows = lines.map(({ provider, chosen, reason }, index) => [chosen ? `${index + 1}.` : '-', provider, reason]);
  const none = candidates.length === 0 ? 'Nobody can take it.\n' : '';
  return none + table(rows, ['left', 'left', 'left']);
}
