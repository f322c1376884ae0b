-- Who works, what they share, and what has happened.

-- One row for each process that works. Its lease is renewed while it lives; what it was sending when
-- the lease ended is uncertain.
CREATE TABLE {schema}.workers (
  id uuid PRIMARY KEY,
  -- Machine and process, for people.
  host text NOT NULL,
  pid integer NOT NULL,
  version text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  lease_until timestamptz NOT NULL
);

-- How many connections of a channel each worker may have open, so that all together keep the limit.
CREATE TABLE {schema}.shares (
  worker uuid NOT NULL REFERENCES {schema}.workers ON DELETE CASCADE,
  channel text NOT NULL,
  -- How many it would use, and how many it may.
  wanted integer NOT NULL,
  granted integer NOT NULL,
  PRIMARY KEY (worker, channel)
);

-- One row for each sender.
CREATE TABLE {schema}.channels (
  name text PRIMARY KEY,
  -- While set, nothing is claimed: the channel itself is at fault.
  paused_at timestamptz,
  reason text,
  -- How often it was found at fault in a row, which spaces the probes.
  failures integer NOT NULL DEFAULT 0,
  probe_at timestamptz,
  -- Rate limit: what may be sent now, and when that was reckoned.
  tokens double precision NOT NULL DEFAULT 0,
  tokens_at timestamptz NOT NULL DEFAULT now()
);

-- The timeline of a message beyond its row: attempts that failed, looks, and what webhooks told.
CREATE TABLE {schema}.events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message uuid NOT NULL REFERENCES {schema}.messages ON DELETE CASCADE,
  at timestamptz NOT NULL DEFAULT now(),
  type text NOT NULL,
  recipient text,
  detail jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX events_message ON {schema}.events (message, at);
CREATE INDEX events_at ON {schema}.events (at);
