-- An order with an id that is taken changes nothing; the route then looks whether it is the same order.
insert into orders (id, customer, ordered_on, sku, quantity, price, currency, country)
values (:#id, :#customer, cast(:#ordered_on as date), :#sku, :#quantity, :#price, :#currency, :#country)
on conflict do nothing
