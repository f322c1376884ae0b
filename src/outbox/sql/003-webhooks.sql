-- What Postmark tells: webhooks as they came, and who gets no more mail.

CREATE TABLE {schema}.webhooks (
  -- The same for every repetition of one webhook. A hash stands in the index, since ids have any length.
  id text NOT NULL,
  -- As it came; text of JSON may hold what jsonb takes no part of.
  body text NOT NULL,
  received_at timestamptz NOT NULL,
  record_type text NOT NULL,
  types text[] NOT NULL,
  recipients text[] NOT NULL,
  status text NOT NULL CHECK (status IN ('handling', 'done', 'failed')),
  attempts integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL,
  error text
);
CREATE UNIQUE INDEX webhooks_id ON {schema}.webhooks (md5(id));
CREATE INDEX webhooks_received ON {schema}.webhooks (received_at);
CREATE INDEX webhooks_open ON {schema}.webhooks (received_at) WHERE status <> 'done';

-- One state for each address and stream; a row without a reason is a suppression that was lifted.
CREATE TABLE {schema}.suppressions (
  address text NOT NULL,
  stream text NOT NULL,
  reason text,
  at timestamptz NOT NULL,
  since timestamptz NOT NULL,
  origin jsonb NOT NULL,
  at_postmark boolean NOT NULL,
  PRIMARY KEY (address, stream)
);
