-- What a page needs that shows an outbox of millions of messages.

-- Id of the email that the message was made of, such as orders/order-confirmation.
ALTER TABLE {schema}.messages ADD COLUMN email text;
-- When its last attempt began.
ALTER TABLE {schema}.messages ADD COLUMN claimed_at timestamptz;

-- The messages of one state, the newest first. Waiting ones have an index of their own; leaving them
-- out here keeps enqueuing and claiming as quick as they were.
CREATE INDEX messages_state ON {schema}.messages (state, created_at DESC, id DESC)
  WHERE state NOT IN ('queued', 'retry', 'sending');
-- It holds those that a person has to look at too.
DROP INDEX {schema}.messages_held;

-- When messages were sent, for plots over time.
CREATE INDEX messages_settled_at ON {schema}.messages (settled_at) WHERE settled_at IS NOT NULL;

-- Addresses in lower case, for an index on them.
CREATE FUNCTION {schema}.lowered(addresses text[]) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS 'SELECT pg_catalog.array_agg(pg_catalog.lower(a)) FROM pg_catalog.unnest(addresses) AS a';
-- All that was sent to one address.
CREATE INDEX messages_addresses ON {schema}.messages
  USING gin ({schema}.lowered(recipients || accepted));
