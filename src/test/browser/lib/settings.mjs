// What the test that starts the scripts tells them, by environment variables.
function need(name) {
  const value = process.env[name]
  if (!value) {
    throw new Error(`${name} is not set; it is set by ConsoleBrowserIT`)
  }
  return value
}

export const settings = {
  /** The management port, such as http://127.0.0.1:9876, with a context path if there is one. */
  serai: need('SERAI_URL'),
  /** Where the integrations answer. */
  http: need('SERAI_HTTP'),
  /** The owner's token, for calls of the API beside the page. */
  token: need('SERAI_TOKEN'),
  /** The folder with routes/. */
  home: need('SERAI_FOLDER'),
  /** The user admin's password, as it was set for the first start. */
  password: need('SERAI_PASSWORD'),
  /** The browser's program. */
  chromium: need('SERAI_CHROMIUM'),
  /** Where screenshots go. */
  screenshots: need('SERAI_SCREENSHOTS'),
  /** How long anything on a page may take, in milliseconds. */
  patience: Number(process.env.SERAI_PATIENCE ?? 15000),
}
