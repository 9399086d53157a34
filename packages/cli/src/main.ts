#!/usr/bin/env node
import { run } from './run.ts';

void run(process.argv.slice(2), {
  output: process.stdout,
  errors: process.stderr,
  now: () => Date.now(),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
