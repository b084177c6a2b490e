// The whole supply graph
// name: supply-graph
// question: What stands directly upstream of what?
// params:
//   min_belief: common
//   as_of: common
//   planned: common
//   limit: {type: int, default: 1000000, min: 1, max: 10000000, meaning: the most edges}
// returns:
//   supplier: {type: node, meaning: what is upstream}
//   edge: {type: edge, meaning: the step}
//   dependent: {type: node, meaning: what is downstream}
// revision: 1
MATCH (supplier:Entity)-[edge:UPSTREAM_OF]->(dependent:Entity)
WHERE edge.belief >= $min_belief
  AND coalesce(edge.valid_from <= $as_of, true) AND coalesce(edge.valid_to > $as_of, true)
  AND ($planned OR NOT coalesce(edge.planned, false))
RETURN supplier, edge, dependent
ORDER BY supplier.id, dependent.id
LIMIT $limit
