// node build.mjs <folder>: the page with everything that it needs, in files of its own origin.
import { build } from 'esbuild';
import { cp } from 'node:fs/promises';

const [out] = process.argv.slice(2);

await build({
  entryPoints: ['src/main.js', 'src/silent-check-sso.js'],
  outdir: out,
  bundle: true,
  format: 'esm',
  splitting: true,
  minify: true,
  target: 'es2022',
  platform: 'browser',
  // The SDK's version 2 asks for Node's name of the window.
  define: { global: 'globalThis' },
  entryNames: '[name]',
  chunkNames: 'chunk-[hash]',
  legalComments: 'linked',
  logLevel: 'warning',
});

for (const file of ['index.html', 'style.css', 'silent-check-sso.html', 'icon.svg']) {
  await cp(`src/${file}`, `${out}/${file}`);
}
