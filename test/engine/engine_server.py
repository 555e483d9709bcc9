"""Serves the real MLMD engine over gRPC: python engine_server.py FILE; prints the port on 127.0.0.1, ends when stdin does.

The engine's wheel has one function per RPC, from serialized request to serialized reply. What is missing for a
server is only the transport, so requests and replies pass through as bytes.
"""

import sys
from concurrent import futures

import grpc
from ml_metadata.metadata_store.pywrap.metadata_store_extension import metadata_store as engine
from ml_metadata.proto import metadata_store_pb2

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


def main(path):
    config = metadata_store_pb2.ConnectionConfig()
    config.sqlite.filename_uri = path
    store = engine.CreateMetadataStore(
        config.SerializeToString(), metadata_store_pb2.MigrationOptions().SerializeToString()
    )
    rpcs = [name for name in dir(engine) if name.startswith(("Get", "Put"))]
    handlers = {name: handler_of(store, getattr(engine, name)) for name in rpcs}
    # One thread: the engine's store is not made for several.
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=1))
    server.add_generic_rpc_handlers([grpc.method_handlers_generic_handler(SERVICE, handlers)])
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    print(port, flush=True)
    sys.stdin.read()
    server.stop(grace=None).wait()


main(sys.argv[1])
