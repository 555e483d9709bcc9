"""Speaks as a user of the Kubeflow Metadata SDK: python sdk_steps.py PORT; one JSON request a line, one JSON answer a line."""

import json
import sys

from kubeflow.metadata import metadata

KINDS = {"dataSet": metadata.DataSet, "model": metadata.Model, "metrics": metadata.Metrics}


class Steps:
    def __init__(self, port):
        self.store = metadata.Store(grpc_host="127.0.0.1", grpc_port=port)

    def workspace(self, name, **attributes):
        return metadata.Workspace(store=self.store, name=name, **attributes)

    def make_workspace(self, name, **attributes):
        return self.workspace(name, **attributes).context_id

    def log(self, workspace, step, artifacts, run=None, description=None):
        """Logs one step; artifacts are [direction, kind, attributes]. Gives the ids of the execution and of the artifacts."""
        place = self.workspace(workspace)
        run = metadata.Run(workspace=place, name=run) if run else None
        execution = metadata.Execution(name=step, workspace=place, run=run, description=description)
        ids = []
        for direction, kind, attributes in artifacts:
            artifact = KINDS[kind](**attributes)
            log = execution.log_input if direction == "INPUT" else execution.log_output
            ids.append(log(artifact).id)
        return {"execution": execution.id, "artifacts": ids}

    def list(self, workspace, type_name):
        return self.workspace(workspace).list(type_name)

    def executions_of(self, artifact):
        return sorted(event.execution_id for event in self.store.store.get_events_by_artifact_ids([artifact]))

    def artifacts_of(self, execution):
        return sorted(event.artifact_id for event in self.store.store.get_events_by_execution_ids([execution]))


def main(port):
    steps = Steps(port)
    for line in sys.stdin:
        method, arguments = json.loads(line)
        print(json.dumps(getattr(steps, method)(**arguments)), flush=True)


main(int(sys.argv[1]))
