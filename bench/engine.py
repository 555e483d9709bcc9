"""Times the real MLMD engine in this process, over one store: an SQLite file, or a mysql:// or postgres:// URL.

  engine.py lineage STORE ARTIFACT REPEATS HOPS...   upstream from an artifact, in growing detail
  engine.py write STORE REPEATS                      put_execution with one artifact read and two written

Prints one JSON value; times are in milliseconds, one per repeat.
"""

import json
import sys
import time
import urllib.parse

from ml_metadata import metadata_store
from ml_metadata.proto import metadata_store_pb2 as pb
from ml_metadata.proto import metadata_store_service_pb2 as service


def timed(work, repeats):
  times = []
  for _ in range(repeats):
    start = time.perf_counter()
    work()
    times.append((time.perf_counter() - start) * 1000)
  return times


def lineage(store, artifact, repeats, *hops):
  """Gives, per number of hops, how many nodes there are and the times of each question."""
  results = []
  for hop_count in map(int, hops):
    options = pb.LineageSubgraphQueryOptions(
        starting_artifacts=pb.LineageSubgraphQueryOptions.StartingNodes(filter_query=f'id = {artifact}'),
        max_num_hops=hop_count,
        direction=pb.LineageSubgraphQueryOptions.UPSTREAM,
    )
    # The engine itself answers with ids; it is the client that loads the nodes, and without a mask all there is.
    questions = {
        'ids': lambda: store._call('GetLineageSubgraph', *request(options)),
        'properties': lambda: store.get_lineage_subgraph(options, ['artifacts', 'executions', 'events']),
        'contexts': lambda: store.get_lineage_subgraph(options),
    }
    graph = questions['contexts']()
    results.append({
        'nodes': len(graph.artifacts) + len(graph.executions),
        'times': {detail: timed(ask, int(repeats)) for detail, ask in questions.items()},
    })
  return results


def request(options):
  message = service.GetLineageSubgraphRequest(lineage_subgraph_query_options=options)
  message.read_mask.paths.extend(['artifacts', 'executions', 'events'])
  return message, service.GetLineageSubgraphResponse()


def write(store, repeats):
  data_set = store.put_artifact_type(pb.ArtifactType(name='DataSet', properties={'name': pb.STRING}))
  model = store.put_artifact_type(pb.ArtifactType(name='Model', properties={'name': pb.STRING}))
  step = store.put_execution_type(pb.ExecutionType(name='Step', properties={'name': pb.STRING}))

  def artifact(type_id, event_type, name):
    node = pb.Artifact(type_id=type_id, uri=f's3://bucket/{name}', properties={'name': pb.Value(string_value=name)})
    return node, pb.Event(type=event_type)

  def put():
    put.count += 1
    execution = pb.Execution(type_id=step, properties={'name': pb.Value(string_value=f'step {put.count}')})
    read = artifact(data_set, pb.Event.INPUT, f'data {put.count}')
    written = [artifact(model, pb.Event.OUTPUT, f'{name} {put.count}') for name in ('model', 'report')]
    store.put_execution(execution, [read, *written], [])

  put.count = 0
  timed(put, 10)
  return timed(put, int(repeats))


def connection(store):
  config = pb.ConnectionConfig()
  url = urllib.parse.urlsplit(store)
  where = {'user': url.username, 'password': url.password}
  if url.scheme == 'mysql':
    config.mysql.MergeFrom(pb.MySQLDatabaseConfig(host=url.hostname, port=url.port, database=url.path[1:], **where))
  elif url.scheme == 'postgres':
    config.postgresql.MergeFrom(
        pb.PostgreSQLDatabaseConfig(host=url.hostname, port=str(url.port), dbname=url.path[1:], **where))
  else:
    config.sqlite.filename_uri = store
  return config


def main():
  command, path, *arguments = sys.argv[1:]
  store = metadata_store.MetadataStore(connection(path))
  print(json.dumps({'lineage': lineage, 'write': write}[command](store, *arguments)))


main()
