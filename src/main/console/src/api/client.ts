/** Why a call of the management API did not give what was asked for. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly hint: string,
  ) {
    super(detail)
  }
}

/** The API stands beside the console, whatever path a proxy put both under: `/x/hawtio/` becomes `/x/api/v1`. */
export function apiBase(documentBase: string = document.baseURI): string {
  return new URL('../api/v1', documentBase).href
}

/** A path below the API with its names made safe. */
export function path(strings: TemplateStringsArray, ...names: (string | number)[]): string {
  return strings.reduce((whole, part, i) => whole + encodeURIComponent(String(names[i - 1])) + part)
}

async function send(method: string, where: string, body?: unknown): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json'
  }
  try {
    return await fetch(apiBase() + where, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      body: body === undefined ? undefined : JSON.stringify(body),
    })
  } catch {
    throw new Problem(0, 'Serai does not answer.', 'It may be starting again, or the network is down. The page tries again by itself.')
  }
}

async function problem(response: Response): Promise<Problem> {
  const told = await response
    .json()
    .then(json => json as { detail?: string; hint?: string })
    .catch(() => ({ detail: undefined, hint: undefined }))
  return new Problem(response.status, told.detail ?? `Serai answered ${response.status} ${response.statusText}`.trim(), told.hint ?? '')
}

async function text(method: string, where: string, body?: unknown): Promise<string> {
  const response = await send(method, where, body)
  if (!response.ok) {
    throw await problem(response)
  }
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) {
    throw new Problem(401, 'The answer is a page, not data; the session has ended.', 'Log in again.')
  }
  return response.text()
}

/** The answer as text, so that an unchanged answer can be told without reading it. */
export const fetchText = (where: string) => text('GET', where)

export async function get<T>(where: string): Promise<T> {
  return JSON.parse(await text('GET', where)) as T
}

export async function post<T>(where: string, body?: unknown): Promise<T> {
  return JSON.parse(await text('POST', where, body)) as T
}

export async function put<T>(where: string, body: unknown): Promise<T> {
  return JSON.parse(await text('PUT', where, body)) as T
}

/** The whole answer as a file. */
export async function download(where: string): Promise<Blob> {
  const response = await send('GET', where)
  if (!response.ok) {
    throw await problem(response)
  }
  return response.blob()
}

/** Whatever was thrown, as a problem that a page can show. */
export function asProblem(thrown: unknown): Problem {
  return thrown instanceof Problem ? thrown : new Problem(0, String(thrown), '')
}
