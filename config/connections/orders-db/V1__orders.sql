-- Orders as they were accepted; read by H2 and PostgreSQL alike.
create table orders (
  id         varchar(40)    primary key,
  customer   varchar(80)    not null,
  ordered_on date           not null,
  sku        varchar(40)    not null,
  quantity   integer        not null,
  price      numeric(12, 2) not null,
  currency   varchar(3)     not null,
  country    varchar(2)     not null,
  stored_at  timestamp      default current_timestamp not null
);

create index orders_customer on orders (customer, id);
