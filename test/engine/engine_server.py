"""Serves the real MLMD engine over gRPC on 127.0.0.1 until stdin ends.

python engine_server.py STORE      one store, as in connection.py; prints its port
python engine_server.py --memory   for each line that comes in a fresh store in memory; prints the port of each
python engine_server.py --each     for each line that comes in the store that it names; prints the port of each

The engine's wheel has one function per RPC, from serialized request to serialized reply. What is missing for a
server is only the transport, so requests and replies pass through as bytes.
"""

import sys
from concurrent import futures

import grpc
from ml_metadata.metadata_store.pywrap.metadata_store_extension import metadata_store as engine
from ml_metadata.proto import metadata_store_pb2

from connection import config_of

SERVICE = "ml_metadata.MetadataStoreService"


def status_of(code):
    return next(status for status in grpc.StatusCode if status.value[0] == code)


def handler_of(store, rpc):
    def handle(request, context):
        reply, message, code = rpc(store, request)
        if code != 0:
            context.abort(status_of(code), message.decode() if isinstance(message, bytes) else message)
        return reply

    return grpc.unary_unary_rpc_method_handler(handle)


def serve(config):
    store = engine.CreateMetadataStore(
        config.SerializeToString(), metadata_store_pb2.MigrationOptions().SerializeToString()
    )
    rpcs = [name for name in dir(engine) if name.startswith(("Get", "Put"))]
    handlers = {name: handler_of(store, getattr(engine, name)) for name in rpcs}
    # One thread: the engine's store is not made for several.
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=1))
    server.add_generic_rpc_handlers([grpc.method_handlers_generic_handler(SERVICE, handlers)])
    print(server.add_insecure_port("127.0.0.1:0"), flush=True)
    server.start()
    return server


def main(place):
    if place == "--memory":
        memory = metadata_store_pb2.ConnectionConfig()
        memory.fake_database.SetInParent()
        servers = [serve(memory) for _ in sys.stdin]
    elif place == "--each":
        servers = [serve(config_of(line.strip())) for line in sys.stdin]
    else:
        servers = [serve(config_of(place))]
        sys.stdin.read()
    for server in servers:
        server.stop(grace=None).wait()


main(sys.argv[1])
