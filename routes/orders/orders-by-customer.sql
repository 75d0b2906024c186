select id, customer, cast(ordered_on as varchar) as ordered_on, sku, quantity, price, quantity * price as total, currency, country
from orders
where customer = :#${header.customer}
order by id
limit 1000
