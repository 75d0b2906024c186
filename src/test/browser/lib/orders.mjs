// Messages for the shipped integration.
const ORDER = { customer: 'acme', orderedOn: '2026-01-05', sku: 'TEA-100', quantity: 3, price: 12.5, currency: 'EUR', country: 'DE' }

/** Posts an order; the answer is a promise. */
export const order = (visit, id) =>
  visit.send('/orders', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id, ...ORDER }),
  })
