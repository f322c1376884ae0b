-- Putting messages in, and when that has to wake a worker.
--
-- {notify} stands for the name that workers listen to, as a string.

-- Whether the worker waits to be woken. One that is busy asks by itself, many times a second: then
-- those who enqueue need not say anything. A NOTIFY holds one lock of the whole database while its
-- transaction commits, so that no two that say something commit at once.
ALTER TABLE {schema}.shares ADD COLUMN is_asleep boolean NOT NULL DEFAULT true;

-- Inserts drafts, and gives the ids of those whose key was not there. A function, because a
-- connection then plans its statements once, also a connection that is the caller's own.
CREATE FUNCTION {schema}.enqueue(drafts json) RETURNS SETOF uuid
LANGUAGE plpgsql AS $enqueue$
DECLARE
  fresh uuid[];
  channels text[];
BEGIN
  WITH inserted AS (
    INSERT INTO {schema}.messages (
      id, key, content_hash, channel, stream, priority, due_at, expires_at, envelope_from,
      recipients, message_id, metadata_key, metadata_value, subject, tag, size_bytes, bytes,
      key_id, bytes_hash, email
    )
    SELECT draft.id, draft.key, decode(draft.content_hash, 'hex'), draft.channel, draft.stream,
      draft.priority, coalesce(draft.due_at, now()), draft.expires_at, draft.envelope_from,
      ARRAY(SELECT json_array_elements_text(draft.recipients)), draft.message_id,
      draft.metadata_key, draft.metadata_value, draft.subject, draft.tag, draft.size_bytes,
      decode(draft.bytes, 'base64'), draft.key_id, decode(draft.bytes_hash, 'hex'), draft.email
    FROM json_to_recordset(drafts) AS draft (
      id uuid, key text, content_hash text, channel text, stream text, priority smallint,
      due_at timestamptz, expires_at timestamptz, envelope_from text, recipients json,
      message_id text, metadata_key text, metadata_value text, subject text, tag text,
      size_bytes integer, bytes text, key_id text, bytes_hash text, email text
    )
    ON CONFLICT (key) DO NOTHING
    RETURNING messages.id, messages.channel, messages.due_at
  )
  SELECT array_agg(inserted.id),
    array_agg(DISTINCT inserted.channel) FILTER (WHERE inserted.due_at <= now())
  INTO fresh, channels FROM inserted;

  PERFORM pg_notify({notify}, 'due ' || left(due.channel, 500))
  FROM unnest(channels) AS due (channel)
  WHERE EXISTS (
    SELECT 1 FROM {schema}.shares AS s JOIN {schema}.workers AS w ON w.id = s.worker
    WHERE s.channel = due.channel AND s.is_asleep AND w.lease_until > now()
  );
  RETURN QUERY SELECT unnest(fresh);
END
$enqueue$;
