// The page of alerts tells what is active, or that nothing is.
export default async function (visit) {
  const { page } = visit
  await visit.open('serai/alerts')
  await page.getByRole('list', { name: 'Active alerts' }).or(page.getByText('Nothing needs you')).waitFor()
  await visit.shot()
}
