/**
 * The `ducat-source` condition leads to `src`, which is in the workspace and not in the published files. Packing takes
 * it out, so that it is declared once, in `exports`, and nobody outside can meet it. What has nothing else, such as a
 * world of the tests, stays in the workspace.
 */
function beforePacking(manifest) {
  for (const [entry, target] of Object.entries(manifest.exports ?? {})) {
    delete target['ducat-source'];
    if (Object.keys(target).length === 0) delete manifest.exports[entry];
  }
  delete manifest.devDependencies;
  delete manifest.scripts;
  return manifest;
}

export const hooks = { beforePacking };
