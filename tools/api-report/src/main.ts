import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import type { IConfigFile } from '@microsoft/api-extractor';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Compares what core exports with the committed packages/core/core.api.md, or writes that file anew with --write.
// Needs a build of core.
const isWriting = process.argv.includes('--write');
const packageFolder = fileURLToPath(new URL('../../../packages/core', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'ducat-api-'));
const silent = { default: { logLevel: ExtractorLogLevel.None } };

const configuration: IConfigFile = {
  projectFolder: packageFolder,
  mainEntryPointFilePath: join(packageFolder, 'dist/src/index.d.ts'),
  // The extractor brings a TypeScript of its own, which does not know every option of ours.
  compiler: {
    overrideTsconfig: { compilerOptions: { target: 'es2024', module: 'nodenext', types: [], skipLibCheck: true } },
  },
  apiReport: { enabled: true, reportFileName: 'core.api.md', reportFolder: packageFolder, reportTempFolder: scratch },
  docModel: { enabled: false },
  dtsRollup: { enabled: false },
  tsdocMetadata: { enabled: false },
  messages: {
    compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
    extractorMessageReporting: silent,
    tsdocMessageReporting: silent,
  },
};

try {
  const extractorConfig = ExtractorConfig.prepare({
    configObject: configuration,
    configObjectFullPath: undefined,
    packageJsonFullPath: join(packageFolder, 'package.json'),
  });
  const { succeeded, apiReportChanged } = Extractor.invoke(extractorConfig, {
    localBuild: isWriting,
    messageCallback: (message) => void (message.handled = message.logLevel !== ExtractorLogLevel.Error),
  });
  if (apiReportChanged) {
    console.log(
      isWriting
        ? 'packages/core/core.api.md is written anew'
        : 'core exports something else than packages/core/core.api.md says: pnpm api:report --write, and a changeset',
    );
  }
  process.exitCode = succeeded && (isWriting || !apiReportChanged) ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true });
}
