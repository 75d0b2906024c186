// Runs the scripts in a folder, or the named ones of them, against a running Serai: node run.mjs FOLDER [page ...]
// One line for each: "ok PAGE 1234 ms", or "not ok PAGE: why". Ends with 1 when any failed.
import { readdir } from 'node:fs/promises'
import { ADMIN, openBrowser } from './lib/browser.mjs'

const [chosen, ...wanted] = process.argv.slice(2)
const folder = new URL(`./${chosen}/`, import.meta.url)

async function names() {
  const all = (await readdir(folder)).filter(file => file.endsWith('.mjs')).map(file => file.slice(0, -4)).sort()
  const unknown = wanted.filter(name => !all.includes(name))
  if (unknown.length > 0) {
    throw new Error(`there is no page ${unknown}; there are ${all}`)
  }
  return wanted.length > 0 ? wanted : all
}

async function run(browser, name) {
  const begin = Date.now()
  const visit = await browser.visit(name)
  try {
    await visit.signIn(ADMIN)
    const script = await import(new URL(`${name}.mjs`, folder))
    await script.default(visit)
    visit.expectNoErrors()
    console.log(`ok ${name} ${Date.now() - begin} ms`)
    return true
  } catch (failure) {
    await visit.keepFailure()
    console.log(`not ok ${name}: ${String(failure.message).replaceAll('\n', ' ⏎ ')}`)
    return false
  } finally {
    await visit.close()
  }
}

const browser = await openBrowser()
let failed = 0
try {
  for (const name of await names()) {
    failed += (await run(browser, name)) ? 0 : 1
  }
} finally {
  await browser.close()
}
process.exitCode = failed > 0 ? 1 : 0
