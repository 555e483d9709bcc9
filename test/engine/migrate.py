"""Takes an SQLite file to another version of MLMD's schema with the real engine's own migrations.

Usage: migrate.py FILE VERSION. An older version than the file's is a downgrade; the newest, 10, an upgrade.
"""

import sys

from ml_metadata import errors
from ml_metadata.metadata_store import metadata_store
from ml_metadata.proto import metadata_store_pb2


def main(path, version):
  config = metadata_store_pb2.ConnectionConfig()
  config.sqlite.filename_uri = path
  if version >= 10:
    metadata_store.MetadataStore(config, enable_upgrade_migration=True)
    return
  try:
    metadata_store.downgrade_schema(config, version)
  except errors.CancelledError:
    # How a downgrade ends that did what it was asked for.
    pass


main(sys.argv[1], int(sys.argv[2]))
