"""Independent voters: each looks at one sentence and says which facts it sees there."""
