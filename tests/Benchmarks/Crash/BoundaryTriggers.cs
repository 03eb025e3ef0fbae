namespace Project06.Benchmarks.Crash;

/// <summary>What the proof adds to its own database; the product knows nothing of it.</summary>
internal static class BoundaryTriggers
{
    /// <summary>
    /// Deliveries of armed events wait (<c>next_try_at</c> is infinity) until released; a released one waits at the gate,
    /// an advisory lock that the proof holds, in the place chosen for it.
    /// </summary>
    public static string Sql(int gateClass, IEnumerable<string> schemas) => $$"""
        CREATE SCHEMA proof;
        CREATE TABLE proof.armed (event_name text, consumer text);
        CREATE TABLE proof.held (outbox text, event_id uuid, consumer text, place text);

        CREATE FUNCTION proof.hold() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $f$
        DECLARE happened text;
        BEGIN
            EXECUTE format('SELECT name FROM %I.events WHERE id = $1', TG_TABLE_SCHEMA) INTO happened USING NEW.event_id;
            IF EXISTS (SELECT FROM proof.armed a WHERE a.consumer = NEW.consumer AND a.event_name = happened) THEN
                INSERT INTO proof.held VALUES (TG_TABLE_SCHEMA, NEW.event_id, NEW.consumer, 'before');
                NEW.next_try_at := 'infinity';
            END IF;
            RETURN NEW;
        END $f$;

        CREATE FUNCTION proof.wait_inside() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $f$
        BEGIN
            IF EXISTS (SELECT FROM proof.held h WHERE h.event_id = NEW.event_id AND h.consumer = NEW.consumer AND h.place = 'inside') THEN
                PERFORM pg_advisory_xact_lock_shared({{gateClass}}, 1);
            END IF;
            RETURN NEW;
        END $f$;

        CREATE FUNCTION proof.wait_before_mark() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $f$
        BEGIN
            IF EXISTS (SELECT FROM proof.held h WHERE h.event_id = NEW.event_id AND h.consumer = NEW.consumer AND h.place = 'after') THEN
                PERFORM pg_advisory_xact_lock_shared({{gateClass}}, 1);
            END IF;
            RETURN NEW;
        END $f$;

        {{string.Join('\n', schemas.Select(s => $"""
        CREATE TRIGGER proof_hold BEFORE INSERT ON {s}.deliveries FOR EACH ROW EXECUTE FUNCTION proof.hold();
        CREATE TRIGGER proof_wait BEFORE UPDATE ON {s}.deliveries FOR EACH ROW WHEN (NEW.done_at IS NOT NULL) EXECUTE FUNCTION proof.wait_before_mark();
        CREATE TRIGGER proof_wait AFTER INSERT ON {s}.inbox FOR EACH ROW EXECUTE FUNCTION proof.wait_inside();
        """))}}
        """;
}
