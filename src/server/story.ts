/** A ready-made tab of the explorer. */
export interface StoryTab {
  /** A document of one named operation; the name is the tab's title. */
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** The questions of the tutorial's story, in the order that a newcomer asks them. They have answers in a fresh store that `--demo` filled. */
export const STORY: readonly StoryTab[] = [
  {
    query: `# What is in the store?
# A workspace holds runs, and a run the steps taken.
query Workspaces {
  workspaces(first: 10) {
    nodes {
      id
      name
      description
      runs(first: 5) {
        nodes {
          id
          name
          status
          executions(first: 10) {
            nodes {
              id
              displayName
              status
            }
          }
        }
      }
    }
  }
}
`,
  },
  {
    query: `# Where does this model come from?
# Every step and data set behind it, nearest first.
query WhereDoesThisModelComeFrom($model: String!) {
  artifacts(first: 1, filter: { kind: [MODEL], search: $model }) {
    nodes {
      id
      displayName
      version
      ... on Model {
        modelType
        hyperparameters
        metrics {
          nodes {
            displayName
            values {
              name
              value
            }
          }
        }
      }
      lineage(input: { direction: UPSTREAM, maxHops: 20 }) {
        entries {
          distance
          node {
            __typename
            id
            displayName
          }
        }
        edges {
          source
          target
          type
          occurredAt
        }
        completeness {
          complete
          reasons
        }
      }
    }
  }
}
`,
    variables: { model: 'MNIST' },
  },
  {
    query: `# What has this data set touched?
# Every model that learned from it, with a proof.
query WhatHasThisDataSetTouched($dataSet: String!) {
  artifacts(first: 1, filter: { kind: [DATA_SET], search: $dataSet }) {
    nodes {
      id
      displayName
      version
      ... on DataSet {
        models(first: 25) {
          edges {
            distance
            node {
              id
              displayName
              version
            }
            witness {
              nodes {
                id
                displayName
              }
            }
          }
          completeness {
            complete
            reasons
          }
        }
      }
    }
  }
}
`,
    variables: { dataSet: 'mytable-dump' },
  },
  {
    query: `# Log a step: the execution, what it read and wrote.
# Sent again, it doubles nothing: the execution has an
# externalId, and equal data sets and models are one.
mutation LogAStep($input: LogExecutionInput!) {
  logExecution(input: $input) {
    created
    execution {
      id
      status
    }
    inputs {
      created
      artifact {
        id
        displayName
      }
    }
    outputs {
      created
      artifact {
        id
        displayName
      }
    }
  }
}
`,
    variables: {
      input: {
        execution: {
          workspace: { name: 'demo workspace' },
          run: { name: 'nightly' },
          name: 'train on the sample',
          externalId: 'explorer-train-1',
        },
        inputs: [{ artifact: { dataSet: { name: 'sample', uri: 's3://my-bucket/sample.parquet', version: '1' } } }],
        outputs: [
          {
            artifact: {
              model: {
                name: 'sample model',
                uri: 's3://my-bucket/model.onnx',
                version: '1',
                hyperparameters: { learning_rate: 0.1 },
              },
            },
          },
        ],
      },
    },
  },
  {
    query: `# Which way did data take from the one to the other?
# Take two ids from the other tabs.
query WhichWayDidItTake($from: ID!, $to: ID!) {
  paths(from: $from, to: $to) {
    exists
    exhaustive
    paths {
      length
      nodes {
        __typename
        id
        displayName
      }
    }
  }
}
`,
    variables: { from: 'artifact:1', to: 'artifact:2' },
  },
];
