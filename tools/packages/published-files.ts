/** What is wrong with the list of files in a tarball: what does not belong there, and what is left of an older build. */
export function fileProblems(files: Iterable<string>, sourceExists: (path: string) => boolean): string[] {
  return [...files].flatMap((path) => {
    if (/^(package\.json|README\.md|LICENSE)$/.test(path)) return [];
    const stem = /^dist\/(.+?)(\.d\.ts|\.js|\.js\.map)$/.exec(path)?.[1];
    if (stem === undefined) return [`publishes ${path}: only dist, package.json, README and LICENSE are published`];
    if (/(^|\/)test\/|\.test$/.test(stem)) return [`publishes ${path}: tests are not published`];
    return sourceExists(`${stem}.ts`) ? [] : [`publishes ${path}, which has no source any more: build afresh`];
  });
}

/** What of the workspace is still in a packed package.json. */
export function manifestProblems(text: string): string[] {
  return ['ducat-source', 'workspace:', 'catalog:', 'devDependencies']
    .filter((word) => text.includes(word))
    .map((word) => `publishes "${word}" in package.json, which has a meaning in the workspace only`);
}
