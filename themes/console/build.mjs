// node build.mjs <folder>: checks the types, and writes what of the themes is built.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { appendFile, cp, readFile } from 'node:fs/promises';
import { basename } from 'node:path';

const [out] = process.argv.slice(2);

const OPTIONS = {
  bundle: true,
  minify: true,
  metafile: true,
  target: 'es2022',
  // Browsers keep a theme's files for as long as the server's version is the same: what is new has another name.
  entryNames: '[name]-[hash]',
  chunkNames: 'chunk-[hash]',
  legalComments: 'linked',
  logLevel: 'warning',
};

const nameOf = ({ metafile }, entry) =>
  basename(Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entry)[0]);

/** A script with its chunks, which are loaded when somebody comes to a page that needs them. */
const script = (folder, entryPoint, options = {}) =>
  build({
    ...OPTIONS,
    entryPoints: [entryPoint],
    outdir: `${out}/${folder}`,
    format: 'esm',
    splitting: true,
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"', ...options.define },
    external: options.external ?? [],
    // PatternFly's scripts import the looks of every component that there is; see below.
    loader: { '.css': 'empty' },
  });

/** The looks of those components that the script has, and our own. */
async function styles(folder, file, { metafile }) {
  const used = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([input, { bytesInOutput }]) => bytesInOutput > 0 && /react-styles\/css\/.*\.m?js$/.test(input))
    .map(([input]) => `./${input.replace(/\.m?js$/, '.css')}`);
  const contents = [...new Set(used)]
    .sort()
    .concat(file)
    .map((path) => `@import "${path}";`)
    .join('\n');
  const built = await build({
    ...OPTIONS,
    stdin: { contents, loader: 'css', resolveDir: '.', sourcefile: 'styles.css' },
    outdir: `${out}/${folder}`,
    entryNames: `${basename(file, '.css')}-[hash]`,
  });
  return basename(Object.keys(built.metafile.outputs).find((name) => name.endsWith('.css')));
}

/** README.md's lines for each kind of client, whose tests hold for what the console shows, too. */
async function clientLines() {
  const readme = await readFile('../../README.md', 'utf8');
  const found = readme.matchAll(
    /<summary><a href="examples\/clients\/([\w-]+)\/">(.*?)<\/a><\/summary>\s*```\w*\n([^]*?)```/g,
  );
  const clients = [...found].map(([, id, title, lines]) => ({ id, title, lines }));
  if (clients.length === 0) {
    throw new Error('README.md shows no clients');
  }
  return clients;
}

const checked = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc'], { stdio: 'inherit' });
if (checked.status !== 0) {
  process.exit(1);
}
await cp('static', out, { recursive: true });

/** A script in Keycloak's page, small since it is always loaded, and the app that it brings when somebody wants it. */
async function console(type, options = {}) {
  const folder = `theme/keypool/${type}/resources/keypool`;
  const app = await script(folder, `src/${type}/app.tsx`, options);
  const appScript = `./${nameOf(app, `src/${type}/app.tsx`)}`;
  const appStyles = `./${await styles(folder, `./src/${type}/app.css`, app)}`;
  const menu = await script(folder, `src/${type}/menu.ts`, {
    define: { APP: JSON.stringify(appScript), APP_STYLES: JSON.stringify(appStyles) },
    external: [appScript],
  });
  const menuStyles = await styles(folder, `./src/${type}/menu.css`, menu);
  await appendFile(
    `${out}/theme/keypool/${type}/theme.properties`,
    `scripts=keypool/${nameOf(menu, `src/${type}/menu.ts`)}\nstyles=keypool/${menuStyles}\n`,
  );
}

await console('admin', { define: { CLIENT_LINES: JSON.stringify(await clientLines()) } });
await console('account');
