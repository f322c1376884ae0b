-- The messages of the outbox. One row is one message to one envelope; the row is the truth about it.
--
-- {schema} stands for the schema's quoted name.

CREATE TABLE {schema}.messages (
  -- Also the id in the message's metadata and before the @ of its Message-ID: a webhook or a search
  -- at Postmark leads back to the row.
  id uuid PRIMARY KEY,
  -- The caller's own name for what is sent; the same key never gives a second row.
  key text UNIQUE,
  -- SHA-256 of what the caller asked for, without ids and dates, to tell the same content from other.
  content_hash bytea NOT NULL,

  -- The sender that delivers it, by its name in the options, and Postmark's message stream.
  channel text NOT NULL,
  stream text NOT NULL,
  -- 1 high, 2 normal, 3 low.
  priority smallint NOT NULL,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN (
    'queued', 'sending', 'retry', 'uncertain', 'held',
    'accepted', 'delivered', 'opened', 'clicked', 'bounced', 'complained',
    'rejected', 'expired', 'cancelled'
  )),
  -- Not to be sent before; when it is due, and once it is uncertain, when it is looked up next.
  due_at timestamptz NOT NULL DEFAULT now(),
  -- Not to be sent after.
  expires_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- When its state last became one in which nothing is to be done.
  settled_at timestamptz,

  -- How often its delivery was tried, faults of the channel not counted.
  attempts integer NOT NULL DEFAULT 0,
  -- A new number for each attempt. Only who knows it may write the outcome of that attempt.
  fence bigint,
  worker uuid,
  -- How often it was looked up since it became uncertain.
  looks smallint NOT NULL DEFAULT 0,
  -- Since when it is uncertain.
  uncertain_at timestamptz,
  -- Whether an attempt was ever uncertain: then word of a delivery settles it in any state.
  was_uncertain boolean NOT NULL DEFAULT false,
  -- Whether some recipients have it already and `recipients` are the others.
  is_partial boolean NOT NULL DEFAULT false,

  -- RFC 5321 envelope: those who are still to get it.
  envelope_from text NOT NULL,
  recipients text[] NOT NULL,
  message_id text NOT NULL,
  -- Where the id in the metadata is another than `id`.
  metadata_key text,
  metadata_value text,
  subject text NOT NULL,
  tag text,
  size_bytes integer NOT NULL,
  -- RFC 5322 text; sealed where key_id is set, gone where retention has purged it.
  bytes bytea,
  -- Names the key that sealed the bytes.
  key_id text,
  -- SHA-256 of the bytes before sealing; stays when they are purged.
  bytes_hash bytea NOT NULL,
  -- The header section, kept when the bytes are purged.
  headers text,

  -- Addresses that the server took, and what it said.
  accepted text[] NOT NULL DEFAULT '{}',
  refused jsonb NOT NULL DEFAULT '[]',
  reply text,
  -- Why it is in this state, where that needs words.
  reason text,
  -- The best word of a webhook so far, such as 'delivered'.
  outcome text,
  -- Postmark's own id of the message, where a webhook or a search has told it.
  postmark_id text
);

-- A row is rewritten for each change of its state; the body stays where it is.
ALTER TABLE {schema}.messages ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE {schema}.messages SET (
  toast_tuple_target = 512,
  autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_analyze_scale_factor = 0.05
);

-- What waits, in the order that it is claimed in. Nothing that is done makes it longer.
CREATE INDEX messages_waiting ON {schema}.messages (channel, stream, priority, due_at)
  WHERE state IN ('queued', 'retry');
-- What is under way, for the sweeper.
CREATE INDEX messages_sending ON {schema}.messages (worker) WHERE state = 'sending';
CREATE INDEX messages_uncertain ON {schema}.messages (due_at) WHERE state = 'uncertain';
CREATE INDEX messages_expiring ON {schema}.messages (expires_at)
  WHERE state IN ('queued', 'retry') AND expires_at IS NOT NULL;
-- Those that a person has to look at.
CREATE INDEX messages_held ON {schema}.messages (created_at) WHERE state IN ('held', 'rejected');
CREATE INDEX messages_created ON {schema}.messages (created_at);
CREATE INDEX messages_settled ON {schema}.messages (settled_at)
  WHERE settled_at IS NOT NULL AND bytes IS NOT NULL;
CREATE INDEX messages_metadata ON {schema}.messages (metadata_value)
  WHERE metadata_value IS NOT NULL;

CREATE SEQUENCE {schema}.fences;
