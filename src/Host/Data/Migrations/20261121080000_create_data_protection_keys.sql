-- Keys that protect cookies and form tokens, shared by every copy of the host.
CREATE TABLE host.data_protection_keys (
    friendly_name text NOT NULL,
    xml text NOT NULL,
    CONSTRAINT pk_data_protection_keys PRIMARY KEY (friendly_name)
);
