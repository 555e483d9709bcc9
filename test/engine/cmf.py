"""CMF's own library: what it answers about a file, what it makes of a document, and a pipeline that it logs.

cmf.py ask FILE                     answers of CmfQuery about everything in the file, as JSON
cmf.py pull FILE DOCUMENT PIPELINE  merges a document into the file, as `cmf metadata pull` does
cmf.py log FILE|PORT                logs a pipeline of three steps into a file, or into the service at a port

The last two want an empty folder to work in, which becomes a git work tree with a DVC remote.
"""

import json
import os
import subprocess
import sys


def main(command, target, *rest):
    print(json.dumps({"ask": ask, "pull": pull, "log": log}[command](target, *rest)), file=REAL_STDOUT)


def ask(path):
    from cmflib.cmfquery import CmfQuery

    query = CmfQuery(path)
    pipelines = query.get_pipeline_names()
    return {
        "documents": {name: query.dumptojson(name, None) for name in pipelines},
        "stages": {name: query.get_pipeline_stages(name) for name in pipelines},
        "executions": {
            stage: ids(query.get_all_executions_in_stage(stage))
            for name in pipelines
            for stage in query.get_pipeline_stages(name)
        },
        "artifactsByPipeline": {name: ids(query.get_all_artifacts_by_context(name)) for name in pipelines},
        "artifactsByExecution": {
            str(execution.id): events(query.get_all_artifacts_for_execution(execution.id), "id", "event")
            for execution in query.store.get_executions()
        },
        "artifacts": {str(artifact.id): about(query, artifact) for artifact in query.store.get_artifacts()},
    }


def about(query, artifact):
    name = artifact.name
    producer = query.find_producer_execution(name)
    return {
        "executions": events(query.get_all_executions_for_artifact(name), "execution_id", "Type"),
        "producer": producer and producer.id,
        "parents": ids(query.get_one_hop_parent_artifacts(name)),
        "dataParents": ids(query.get_one_hop_parent_artifacts_with_id(artifact.id)),
        "children": ids(query.get_one_hop_child_artifacts(name)),
        "allParents": ids(query.get_all_parent_artifacts(name)),
        "allChildren": ids(query.get_all_child_artifacts(name)),
        "allParentExecutions": ids(query.get_all_parent_executions(name)),
    }


def ids(frame):
    return sorted({int(row) for row in frame["id"]}) if len(frame) else []


def events(frame, key, kind):
    return sorted(f"{row[kind]} {int(row[key])}" for _, row in frame.iterrows())


def pull(path, document, pipeline):
    work_tree()
    from cmflib.cmf_federation import update_mlmd
    from cmflib.cmfquery import CmfQuery

    with open(document) as file:
        return update_mlmd(CmfQuery(path), file.read(), pipeline, "pull", None)


def log(target):
    work_tree()
    if target.isdigit():
        log_over_grpc(int(target))
    for name, text in {"raw.csv": "a,b\n1,2\n", "clean.csv": "a,b\n1,2\n3,4\n", "model.bin": "weights"}.items():
        with open(name, "w") as file:
            file.write(text)
    from cmflib.cmf import Cmf

    cmf = Cmf(filepath="mlmd" if target.isdigit() else target, pipeline_name="logged", custom_properties={"owner": "me"})
    cmf.create_context("Prepare", {"note": "first"})
    cmf.create_execution("prepare", {"seed": 7}, cmd="prepare.py")
    cmf.log_dataset("raw.csv", "input", {"rows": 1})
    cmf.log_dataset("clean.csv", "output")

    cmf.create_context("Train")
    cmf.create_execution("train", {"lr": 0.5}, cmd="train.py")
    cmf.log_dataset("clean.csv", "input")
    cmf.log_model("model.bin", "output", model_framework="plain", model_type="linear", model_name="m")
    cmf.log_execution_metrics("training", {"loss": 0.25, "steps": 9007199254740993})

    cmf.create_context("Evaluate")
    cmf.create_execution("evaluate", cmd="evaluate.py")
    cmf.log_model("model.bin", "input")
    cmf.log_metric("accuracy", {"value": 0.5})
    cmf.log_metric("accuracy", {"value": 0.75})
    cmf.commit_metrics("accuracy")
    return "logged"


def log_over_grpc(port):
    """CMF has no setting for a service: its SQLite store is made to connect to one."""
    from cmflib.store.sqllite_store import SqlliteStore
    from ml_metadata.metadata_store import metadata_store
    from ml_metadata.proto import metadata_store_pb2

    config = metadata_store_pb2.MetadataStoreClientConfig(host="127.0.0.1", port=port)
    SqlliteStore.connect = lambda self: metadata_store.MetadataStore(config)


def work_tree():
    # CMF calls git, dvc and pip by name, and they commit.
    os.environ["PATH"] = os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"]
    os.environ["HOME"] = os.getcwd()
    for name in ("AUTHOR", "COMMITTER"):
        os.environ[f"GIT_{name}_NAME"] = "test"
        os.environ[f"GIT_{name}_EMAIL"] = "test@example.org"
    if os.path.exists(".git"):
        return
    for command in (
        "git init -q",
        "git remote add origin https://example.org/demo.git",
        "git commit -q --allow-empty -m start",
        "dvc init -q",
        f"dvc remote add -q -d store {os.getcwd()}/.storage",
    ):
        subprocess.run(command.split(), check=True)


if __name__ == "__main__":
    # CMF prints notes on stdout, which are no part of the answer.
    REAL_STDOUT = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    main(*sys.argv[1:])
