// Where the routes run together
// name: chokepoints
// question: Through which nodes do how many of the routes from the source to the target run?
// params:
//   source: {type: entity, meaning: where the supply comes from}
//   target: {type: entity, meaning: what depends on it}
//   max_hops: common
//   min_belief: common
//   as_of: common
//   planned: common
//   limit: common
// returns:
//   node: {type: string, meaning: its name}
//   label: {type: string, meaning: its label}
//   id: {type: entity, meaning: its id, detail: true}
//   routes: {type: int, meaning: routes that run through it}
//   of: {type: int, meaning: routes in all}
//   share: {type: float, meaning: percent of the routes; 100 is a single point of failure}
// empty: Where the source supplies the target directly nothing stands between them.
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
WITH collect(nodes(p)[1..-1]) AS routes
UNWIND routes AS route
UNWIND route AS node
WITH node, size(routes) AS of, count(*) AS through
RETURN node.name AS node,
       [label IN labels(node) WHERE label <> 'Entity'][0] AS label,
       node.id AS id,
       through AS routes,
       of,
       100.0 * through / of AS share
ORDER BY routes DESC, node, id
LIMIT $limit
