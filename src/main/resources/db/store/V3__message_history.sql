-- The durable sample of messages, masked and cut off; written only with serai.history.durable=true.
CREATE TABLE serai_exchange (
    id          BIGINT PRIMARY KEY,
    integration VARCHAR(255) NOT NULL,
    route       VARCHAR(255) NOT NULL,
    kind        VARCHAR(10) NOT NULL,
    started_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    content     TEXT NOT NULL
);
CREATE INDEX serai_exchange_by_integration ON serai_exchange (integration, id);
CREATE INDEX serai_exchange_by_time ON serai_exchange (started_at);
