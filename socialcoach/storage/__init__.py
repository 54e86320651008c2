"""Everything on disk: the database, its migrations and repositories, backups, bundled data."""
