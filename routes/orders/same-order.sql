select count(*)
from orders
where id = :#id
  and customer = :#customer
  and ordered_on = cast(:#ordered_on as date)
  and sku = :#sku
  and quantity = :#quantity
  and price = :#price
  and currency = :#currency
  and country = :#country
