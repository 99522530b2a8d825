CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "events" (
    "UserId" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "MovieId" INTEGER NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Timestamp" INTEGER NOT NULL,
    "Key" TEXT NULL,
    CONSTRAINT "PK_events" PRIMARY KEY ("UserId", "Number")
);

CREATE TABLE "hidden" (
    "UserId" INTEGER NOT NULL,
    "MovieId" INTEGER NOT NULL,
    CONSTRAINT "PK_hidden" PRIMARY KEY ("UserId", "MovieId")
);

CREATE TABLE "movies" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_movies" PRIMARY KEY,
    "Title" TEXT NOT NULL,
    "Year" INTEGER NULL,
    "Genres" TEXT NOT NULL,
    "Tags" TEXT NOT NULL,
    "ImdbId" TEXT NULL,
    "TmdbId" INTEGER NULL,
    "Plot" TEXT NULL,
    "AddedAt" INTEGER NOT NULL
);

CREATE TABLE "ratings" (
    "UserId" INTEGER NOT NULL,
    "MovieId" INTEGER NOT NULL,
    "Stars" REAL NULL,
    "Timestamp" INTEGER NOT NULL,
    CONSTRAINT "PK_ratings" PRIMARY KEY ("UserId", "MovieId")
);

CREATE TABLE "users" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_users" PRIMARY KEY,
    "IsNew" INTEGER NOT NULL,
    "IsErased" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "AllowList" TEXT NULL
);

CREATE UNIQUE INDEX "IX_events_UserId_Key" ON "events" ("UserId", "Key");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128125002_Initial', '10.0.15');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "users" ADD "Version" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "api_keys" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_api_keys" PRIMARY KEY,
    "Hash" BLOB NOT NULL,
    "Name" TEXT NOT NULL,
    "Scope" INTEGER NOT NULL,
    "UserId" INTEGER NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NULL,
    "RevokedAt" INTEGER NULL
);

CREATE TABLE "outcomes" (
    "ListId" TEXT NOT NULL,
    "MovieId" INTEGER NOT NULL,
    "Kind" INTEGER NOT NULL,
    "UserId" INTEGER NULL,
    "Model" TEXT NOT NULL,
    "Rank" INTEGER NOT NULL,
    "Stars" REAL NULL,
    "Timestamp" INTEGER NOT NULL,
    CONSTRAINT "PK_outcomes" PRIMARY KEY ("ListId", "MovieId", "Kind")
);

CREATE TABLE "sessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_sessions" PRIMARY KEY,
    "Hash" BLOB NOT NULL,
    "KeyId" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL
);

CREATE TABLE "settings" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_settings" PRIMARY KEY,
    "Value" TEXT NOT NULL
);

CREATE TABLE "shown" (
    "Model" TEXT NOT NULL,
    "Day" INTEGER NOT NULL,
    "Lists" INTEGER NOT NULL,
    "Movies" INTEGER NOT NULL,
    CONSTRAINT "PK_shown" PRIMARY KEY ("Model", "Day")
);

CREATE INDEX "IX_outcomes_UserId" ON "outcomes" ("UserId");

CREATE INDEX "IX_sessions_KeyId" ON "sessions" ("KeyId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128230244_AccessOutcomesAndVersions', '10.0.15');

COMMIT;

