"""Answers MLMD's RPCs out of the real engine, in this process and over one store.

Usage: engine.py STORE, as in connection.py. One JSON list per line comes in, [RPC, request], and one JSON object per line goes out:
{"response": ...} or {"error": {"type": ..., "message": ...}}. Requests and responses are proto JSON.
"""

import json
import sys

from google.protobuf import json_format
from ml_metadata import errors
from ml_metadata import metadata_store
from ml_metadata.proto import metadata_store_service_pb2

from connection import config_of


def answer(store, method, request):
  message = getattr(metadata_store_service_pb2, f'{method}Request')()
  response = getattr(metadata_store_service_pb2, f'{method}Response')()
  json_format.ParseDict(request, message)
  try:
    # What every method of the client goes through; it retries what the engine aborts.
    store._call(method, message, response)
  except errors.StatusError as error:
    return {'error': {'type': type(error).__name__, 'message': str(error)}}
  return {'response': json_format.MessageToDict(response, preserving_proto_field_name=True)}


def main():
  store = metadata_store.MetadataStore(config_of(sys.argv[1]))
  for line in sys.stdin:
    method, request = json.loads(line)
    print(json.dumps(answer(store, method, request)), flush=True)


main()
