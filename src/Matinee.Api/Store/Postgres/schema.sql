CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId")
);

START TRANSACTION;
CREATE TABLE api_keys (
    "Id" text NOT NULL,
    "Hash" bytea NOT NULL,
    "Name" text NOT NULL,
    "Scope" integer NOT NULL,
    "UserId" integer,
    "CreatedAt" bigint NOT NULL,
    "ExpiresAt" bigint,
    "RevokedAt" bigint,
    CONSTRAINT "PK_api_keys" PRIMARY KEY ("Id")
);

CREATE TABLE events (
    "UserId" integer NOT NULL,
    "Number" integer NOT NULL,
    "MovieId" integer NOT NULL,
    "Kind" integer NOT NULL,
    "Timestamp" bigint NOT NULL,
    "Key" text,
    CONSTRAINT "PK_events" PRIMARY KEY ("UserId", "Number")
);

CREATE TABLE hidden (
    "UserId" integer NOT NULL,
    "MovieId" integer NOT NULL,
    CONSTRAINT "PK_hidden" PRIMARY KEY ("UserId", "MovieId")
);

CREATE TABLE movies (
    "Id" integer NOT NULL,
    "Title" text NOT NULL,
    "Year" integer,
    "Genres" text[] NOT NULL,
    "Tags" text[] NOT NULL,
    "ImdbId" text,
    "TmdbId" integer,
    "Plot" text,
    "AddedAt" bigint NOT NULL,
    CONSTRAINT "PK_movies" PRIMARY KEY ("Id")
);

CREATE TABLE outcomes (
    "ListId" text NOT NULL,
    "MovieId" integer NOT NULL,
    "Kind" integer NOT NULL,
    "UserId" integer,
    "Model" text NOT NULL,
    "Rank" integer NOT NULL,
    "Stars" real,
    "Timestamp" bigint NOT NULL,
    CONSTRAINT "PK_outcomes" PRIMARY KEY ("ListId", "MovieId", "Kind")
);

CREATE TABLE ratings (
    "UserId" integer NOT NULL,
    "MovieId" integer NOT NULL,
    "Stars" real,
    "Timestamp" bigint NOT NULL,
    CONSTRAINT "PK_ratings" PRIMARY KEY ("UserId", "MovieId")
);

CREATE TABLE sessions (
    "Id" text NOT NULL,
    "Hash" bytea NOT NULL,
    "KeyId" text NOT NULL,
    "CreatedAt" bigint NOT NULL,
    "ExpiresAt" bigint NOT NULL,
    CONSTRAINT "PK_sessions" PRIMARY KEY ("Id")
);

CREATE TABLE settings (
    "Name" text NOT NULL,
    "Value" text NOT NULL,
    CONSTRAINT "PK_settings" PRIMARY KEY ("Name")
);

CREATE TABLE shown (
    "Model" text NOT NULL,
    "Day" integer NOT NULL,
    "Lists" bigint NOT NULL,
    "Movies" bigint NOT NULL,
    CONSTRAINT "PK_shown" PRIMARY KEY ("Model", "Day")
);

CREATE TABLE users (
    "Id" integer NOT NULL,
    "IsNew" boolean NOT NULL,
    "IsErased" boolean NOT NULL,
    "CreatedAt" bigint NOT NULL,
    "AllowList" integer[],
    "Version" bigint NOT NULL,
    CONSTRAINT "PK_users" PRIMARY KEY ("Id")
);

CREATE UNIQUE INDEX "IX_events_UserId_Key" ON events ("UserId", "Key");

CREATE INDEX "IX_outcomes_UserId" ON outcomes ("UserId");

CREATE INDEX "IX_sessions_KeyId" ON sessions ("KeyId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128230247_Initial', '10.0.15');

COMMIT;

