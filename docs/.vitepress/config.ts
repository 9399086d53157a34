import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DefaultTheme } from 'vitepress';
import { defineConfig } from 'vitepress';
import {
  addressOf,
  excluded,
  linkedFiles,
  pagesIn,
  pathOf,
  resolveLink,
  sourceAddressOf,
  sourceOf,
  titleOf,
} from './pages.ts';

function fileOf(specifier: string): string {
  return fileURLToPath(import.meta.resolve(specifier));
}

function group(text: string, pages: readonly string[], collapsed = false): DefaultTheme.SidebarItem {
  return { text, collapsed, items: pages.map((page) => ({ text: titleOf(page), link: addressOf(page) })) };
}

const packages = [
  'packages/core',
  'packages/payments',
  'packages/router',
  'packages/providers/paymega',
  'packages/providers/paycross',
  'packages/journals/sqlite',
  'packages/journals/memory',
  'packages/web',
  'packages/inversify',
  'packages/cli',
  'packages/adapter-kit',
  'packages/validation',
  'packages/testing/simulator',
  'packages/testing/contract',
];

const reference = [...pagesIn('docs/reference/api/@ducat'), ...pagesIn('docs/reference/api/@ducat/adapter-kit')];

export default defineConfig({
  title: 'Ducat',
  description: 'One payment API over many providers, that may not charge a shopper twice.',
  srcDir: '..',
  srcExclude: excluded,
  rewrites: (page) => page.replace(/(^|\/)README\.md$/, '$1index.md'),
  cleanUrls: true,
  vite: {
    // Pages stand in folders from which vue is not found.
    resolve: {
      alias: [
        { find: /^vue$/, replacement: fileOf('vue/dist/vue.runtime.esm-bundler.js') },
        { find: /^vue\/server-renderer$/, replacement: fileOf('vue/server-renderer') },
      ],
    },
    build: { chunkSizeWarningLimit: 2000 },
    plugins: [
      {
        name: 'linked-files',
        configureServer(server) {
          server.middlewares.use('/source', (request, response, next) => {
            const place = decodeURIComponent(request.url ?? '').replace(/^\/(.*)\.txt$/, '$1');
            if (!linkedFiles.has(place)) next();
            else response.setHeader('content-type', 'text/plain; charset=utf-8').end(sourceOf(place));
          });
        },
      },
    ],
  },
  buildEnd({ outDir }) {
    for (const place of linkedFiles) {
      const path = join(outDir, sourceAddressOf(place));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, sourceOf(place));
    }
  },
  markdown: {
    config(markdown) {
      // Before the links are made relative to the site.
      markdown.core.ruler.push('repository-links', ({ tokens, env }) => {
        const { realPath, relativePath } = env as { readonly realPath?: string; readonly relativePath: string };
        const page = realPath === undefined ? relativePath : pathOf(realPath);
        for (const { children } of tokens) {
          for (const token of children ?? []) {
            const target = token.type === 'link_open' ? token.attrGet('href') : null;
            if (target !== null) token.attrSet('href', resolveLink(page, target));
          }
        }
      });
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Tutorial', link: '/docs/tutorial/' },
      { text: 'How to', link: addressOf('docs/how-to/webhooks.md') },
      { text: 'Reference', link: '/docs/reference/api/' },
      { text: 'Architecture', link: '/ARCHITECTURE' },
    ],
    sidebar: [
      group('Begin', ['README.md', 'ARCHITECTURE.md', 'SECURITY.md', 'CONTRIBUTING.md']),
      group('Tutorial', pagesIn('docs/tutorial')),
      group('How to', pagesIn('docs/how-to')),
      group(
        'Packages',
        packages.map((folder) => `${folder}/README.md`),
      ),
      group('Reference', [...reference, 'docs/reference/proof.md']),
      group('Providers', pagesIn('docs/providers')),
      group('Decisions', pagesIn('docs/decisions'), true),
    ],
  },
});
