// assets/ → wwwroot/: styles by sass, scripts by esbuild, fonts and pictures copied.
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compile } from 'sass'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = `${root}wwwroot/`
const font = `${root}node_modules/@fontsource/be-vietnam-pro/`

await rm(out, { recursive: true, force: true })
await mkdir(`${out}fonts`, { recursive: true })
await cp(`${root}wwwroot-static`, out, { recursive: true })

for (const sheet of ['ui', 'paper']) {
  const { css } = compile(`${root}assets/${sheet}.scss`, {
    style: 'compressed',
    loadPaths: [`${root}node_modules`],
    quietDeps: true,
  })
  await writeFile(`${out}${sheet}.css`, css)
}

await build({
  entryPoints: [`${root}assets/ui.js`],
  outfile: `${out}ui.js`,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  logLevel: 'warning',
})

for (const subset of ['latin', 'vietnamese']) {
  for (const weight of ['400', '600']) {
    await cp(
      `${font}files/be-vietnam-pro-${subset}-${weight}-normal.woff2`,
      `${out}fonts/be-vietnam-pro-${subset}-${weight}.woff2`,
    )
  }
}
await cp(`${font}LICENSE`, `${out}fonts/OFL.txt`)
