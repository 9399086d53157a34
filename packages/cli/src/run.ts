import { Command, CommanderError } from 'commander';
import { review } from './commands/review.ts';
import { routesExplain } from './commands/routes-explain.ts';
import { routesLint } from './commands/routes-lint.ts';
import { routesSimulate } from './commands/routes-simulate.ts';
import { Problem } from './problem.ts';
import type { Surroundings } from './surroundings.ts';

/** What a command made of it: 0, or 1 when the answer is no. */
export type Report = (exitCode: 0 | 1) => void;

/** Runs the command line. Gives the exit code: 0 all well, 1 the answer is no, 2 it could not be done. */
export async function run(words: readonly string[], surroundings: Surroundings): Promise<number> {
  let exitCode: 0 | 1 = 0;
  const report: Report = (code) => {
    exitCode = code;
  };
  const program = new Command('ducat').description(
    'Payments over many providers: checks and simulates how they are routed.',
  );
  const routes = program.command('routes').description('rules that choose providers');
  for (const make of [routesLint, routesExplain, routesSimulate]) routes.addCommand(make(surroundings, report));
  program.addCommand(review(surroundings));
  prepare(program, surroundings);
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Problem)) throw error;
    surroundings.errors.write(`${error.message}\n`);
    return 2;
  }
}

function prepare(command: Command, surroundings: Surroundings): void {
  command.exitOverride();
  command.configureOutput({
    writeOut: (text) => surroundings.output.write(text),
    writeErr: (text) => surroundings.errors.write(text),
  });
  for (const below of command.commands) prepare(below, surroundings);
}
