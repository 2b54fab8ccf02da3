-- Tells every listening web process that a case changed: ids only, never data.
-- A check against Visibility that only marks a row stale is no change, and must not make readers read again.
CREATE FUNCTION notify_case_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  order_of text := CASE WHEN NEW.kind = 'order' THEN NEW.case_id ELSE NEW.order_id END;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.version = OLD.version AND NEW.run_id = OLD.run_id THEN
    RETURN NULL;
  END IF;
  PERFORM pg_notify('case_changes', json_build_object(
    'caseId', NEW.case_id,
    'version', NEW.version,
    'orderId', order_of,
    'owner', (SELECT principal FROM order_intake WHERE order_id = order_of)
  )::text);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER cases_notify AFTER INSERT OR UPDATE ON cases
  FOR EACH ROW EXECUTE FUNCTION notify_case_change();
