"""Where the real engine keeps a store: the path of an SQLite file, or the URL of a database server."""

from urllib.parse import unquote, urlsplit

from ml_metadata.proto import metadata_store_pb2


def config_of(place):
  """The connection to an SQLite file by its path, or to mysql:// or postgres://USER:PASSWORD@HOST:PORT/DATABASE."""
  config = metadata_store_pb2.ConnectionConfig()
  url = urlsplit(place)
  database = unquote(url.path[1:])
  if url.scheme == 'mysql':
    server = config.mysql
    server.port = url.port
    server.database = database
  elif url.scheme == 'postgres':
    server = config.postgresql
    server.port = str(url.port)
    server.dbname = database
  else:
    config.sqlite.filename_uri = place
    return config
  server.host = url.hostname
  server.user = unquote(url.username)
  server.password = unquote(url.password)
  return config
