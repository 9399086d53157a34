import type { ProviderName } from './provider-name.ts';

/** A text of the template as a text of the provider; its package.json becomes that of a package to be published. */
export function rename(text: string, { kebab, camel, pascal }: ProviderName): string {
  return text
    .replaceAll('Template', pascal)
    .replaceAll(/template(?=[A-Z])/g, camel)
    .replaceAll('template', kebab);
}

export function renameManifest(text: string, name: ProviderName): string {
  const { private: _private, ...manifest } = JSON.parse(rename(text, name)) as Record<string, unknown>;
  return `${JSON.stringify({ ...manifest, description: `${name.pascal} adapter.` }, undefined, 2)}\n`;
}
