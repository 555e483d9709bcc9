"""Prints the descriptors of the engine's two .proto files, a line of base64 each."""

import base64

from ml_metadata.proto import metadata_store_pb2
from ml_metadata.proto import metadata_store_service_pb2

for module in (metadata_store_pb2, metadata_store_service_pb2):
  print(base64.b64encode(module.DESCRIPTOR.serialized_pb).decode())
