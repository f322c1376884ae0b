-- The index on addresses without what waits: that is rewritten when it is claimed and when it is
-- settled, and each time with it an index that is slow to write.
DROP INDEX {schema}.messages_addresses;
CREATE INDEX messages_addresses ON {schema}.messages
  USING gin ({schema}.lowered(recipients || accepted))
  WHERE state NOT IN ('queued', 'retry', 'sending');
