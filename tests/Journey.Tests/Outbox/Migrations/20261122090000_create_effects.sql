-- What the test's own reaction leaves behind.
CREATE TABLE probe.effects (
    id bigint GENERATED ALWAYS AS IDENTITY,
    subject text NOT NULL,
    number int NOT NULL,
    CONSTRAINT pk_effects PRIMARY KEY (id)
);
