// Finding one's way in Hawtio.

/** A node of the tree at the left, by its whole name. */
export const node = (page, name) => page.locator('[class*=tree-view__node-text]').getByText(name, { exact: true })

/** Searches the tree, as a person does who has 200 integrations. */
export const search = (page, text) => page.getByRole('searchbox').first().fill(text)

/** Opens one of the tabs above the content. */
export const tab = (page, title) => page.locator('main').getByRole('link', { name: title, exact: true }).first().click()

/** Opens a page by its entry at the left. */
export const go = (page, title) => page.getByRole('navigation').getByRole('link', { name: title, exact: true }).first().click()

/** Waits until a text is seen on the page. */
export const seen = (page, text) => page.getByText(text).first().waitFor()
