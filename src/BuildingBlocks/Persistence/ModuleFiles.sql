-- Files of a module, content-hashed, in chunks of at most 1 MB.
CREATE TABLE IF NOT EXISTS {schema}.files (
    id uuid NOT NULL,
    sha256 bytea NOT NULL,
    content_type text NOT NULL,
    length int NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_files PRIMARY KEY (id)
);
CREATE TABLE IF NOT EXISTS {schema}.file_chunks (
    file_id uuid NOT NULL,
    number int NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT pk_file_chunks PRIMARY KEY (file_id, number),
    CONSTRAINT fk_file_chunks_files FOREIGN KEY (file_id) REFERENCES {schema}.files (id) ON DELETE CASCADE
);
ALTER TABLE {schema}.file_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;
