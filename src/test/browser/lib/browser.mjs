// Chromium, and a visit: one page script's tab, already logged in.
import { mkdtemp, rm, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { settings } from './settings.mjs'
import { Visit } from './visit.mjs'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function openBrowser() {
  const profile = await mkdtemp(join(tmpdir(), 'serai-browser-'))
  await mkdir(settings.screenshots, { recursive: true })
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: settings.chromium,
    args: FLAGS,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(settings.patience)
  return {
    visit: async name => Visit.begin(context, name),
    close: async () => {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}
