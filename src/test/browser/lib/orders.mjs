// Messages for the shipped integration.
const ORDER = { customer: 'acme', orderedOn: '2026-01-05', sku: 'TEA-100', quantity: 3, price: 12.5, currency: 'EUR', country: 'DE' }

/** Posts a new order; the answer is a promise. */
export const order = (visit, kind) =>
  visit.send('/orders', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id: `${kind}-${Date.now() % 1e12}`, ...ORDER }),
  })
