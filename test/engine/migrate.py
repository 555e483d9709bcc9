"""Takes a store to another version of MLMD's schema with the real engine's own migrations.

Usage: migrate.py STORE VERSION, the store as in connection.py. A version that is older than the store's is a downgrade; the
newest, 10, an upgrade.
"""

import sys

from connection import config_of
from ml_metadata import errors
from ml_metadata.metadata_store import metadata_store


def main(place, version):
  config = config_of(place)
  if version >= 10:
    metadata_store.MetadataStore(config, enable_upgrade_migration=True)
    return
  try:
    metadata_store.downgrade_schema(config, version)
  except errors.CancelledError:
    # How a downgrade ends that did what it was asked for.
    pass


main(sys.argv[1], int(sys.argv[2]))
