// Shortest dependency path
// name: shortest-path
// question: By how few steps does the target depend on the source?
// params:
//   source: {type: entity, meaning: where the supply comes from}
//   target: {type: entity, meaning: what depends on it}
//   max_hops: common
//   min_belief: common
//   as_of: common
//   planned: common
//   limit: {type: int, default: 1, min: 1, max: 10000, meaning: the most paths}
// returns:
//   hops: {type: int, meaning: number of steps}
//   belief: {type: float, meaning: product of the beliefs of the steps}
//   path: {type: string, meaning: the names in the direction of supply}
//   kinds: {type: strings, meaning: the relations behind each step, detail: true}
//   taxonomy: {type: int, meaning: steps between a group and its member}
//   graph: {type: path, meaning: the path itself}
// empty: A country is where supply starts; direct-dependencies says what one relies on.
// revision: 1
MATCH (source:Entity {id: $source}), (target:Entity {id: $target})
MATCH p = (source)-[:UPSTREAM_OF*1..6]->(target)
WHERE length(p) <= $max_hops
  AND all(step IN relationships(p) WHERE step.belief >= $min_belief
    AND coalesce(step.valid_from <= $as_of, true) AND coalesce(step.valid_to > $as_of, true)
    AND ($planned OR NOT coalesce(step.planned, false)))
  AND none(thing IN nodes(p)[1..-1] WHERE thing:Country OR thing:Agency)
  AND all(thing IN nodes(p) WHERE single(same IN nodes(p) WHERE same = thing))
WITH p, [step IN relationships(p) | coalesce(step.direction, '')] AS turns
// From a group to a member and on to another of its groups: nothing is supplied in this way.
// Nor from what makes, needs or belongs to some of a group down to a member: it may be another one.
WHERE none(i IN range(0, size(turns) - 2) WHERE turns[i] <> '' AND turns[i + 1] <> '' AND turns[i] <> turns[i + 1])
  AND none(i IN range(0, size(turns) - 2) WHERE turns[i + 1] = 'specialise' AND NOT coalesce(relationships(p)[i].whole, false))
RETURN length(p) AS hops,
       reduce(product = 1.0, step IN relationships(p) | product * step.belief) AS belief,
       reduce(text = nodes(p)[0].name, thing IN nodes(p)[1..] | text + ' → ' + thing.name) AS path,
       [step IN relationships(p) | reduce(kinds = step.via[0], kind IN step.via[1..] | kinds + ', ' + kind)] AS kinds,
       size([turn IN turns WHERE turn <> '']) AS taxonomy,
       p AS graph
ORDER BY hops, taxonomy, belief DESC, path, reduce(ids = '', thing IN nodes(graph) | ids + ' ' + thing.id)
LIMIT $limit
