/**
 * The `ducat-source` condition leads to `src`, which is in the workspace and not in the published files. Packing takes
 * it out, so that it is declared once, in `exports`, and nobody outside can meet it.
 */
function beforePacking(manifest) {
  for (const target of Object.values(manifest.exports ?? {})) delete target['ducat-source'];
  delete manifest.devDependencies;
  delete manifest.scripts;
  return manifest;
}

export const hooks = { beforePacking };
