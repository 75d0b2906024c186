// Chromium, and visits: one page script's tab each, logged in.
import { mkdir } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { settings } from './settings.mjs'
import { Visit } from './visit.mjs'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const ADMIN = { name: 'admin', password: settings.password }

export async function openBrowser() {
  await mkdir(settings.screenshots, { recursive: true })
  const browser = await chromium.launch({ executablePath: settings.chromium, args: FLAGS })
  const seat = async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    context.setDefaultTimeout(settings.patience)
    return context
  }
  const admins = await seat()
  return {
    /** A tab of the browser that the administrator sits at: the tabs share one login. */
    visit: async name => new Visit(name, await admins.newPage(), seat),
    close: () => browser.close(),
  }
}
