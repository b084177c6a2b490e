// Everything upstream of a thing
// name: suppliers-of
// question: On what and whom does the target depend, directly or through others?
// params:
//   target: {type: entity, meaning: what depends on others}
//   label: {type: label, optional: true, meaning: only entities with this label}
//   max_hops: common
//   min_belief: common
//   as_of: common
//   planned: common
//   limit: common
// returns:
//   supplier: {type: string, meaning: its name}
//   label: {type: string, meaning: its label}
//   id: {type: entity, meaning: its id, detail: true}
//   hops: {type: int, meaning: steps of the shortest path}
//   routes: {type: int, meaning: number of paths of at most max_hops steps}
//   belief: {type: float, meaning: "belief of the best path, the product of its steps"}
//   taxonomy: {type: int, meaning: least number of steps between group and member on a path}
// empty: A country is where supply starts; direct-dependencies says what one relies on.
// revision: 1
MATCH (target:Entity {id: $target})
MATCH p = (other:Entity)-[:UPSTREAM_OF*1..6]->(target)
WHERE length(p) <= $max_hops
  AND all(step IN relationships(p) WHERE step.belief >= $min_belief
    AND coalesce(step.valid_from <= $as_of, true) AND coalesce(step.valid_to > $as_of, true)
    AND ($planned OR NOT coalesce(step.planned, false)))
  AND none(thing IN nodes(p)[1..-1] WHERE thing:Country OR thing:Agency)
  AND all(thing IN nodes(p) WHERE single(same IN nodes(p) WHERE same = thing))
WITH other, p, [step IN relationships(p) | coalesce(step.direction, '')] AS turns
// From a group to a member and on to another of its groups: nothing is supplied in this way.
// Nor from what makes, needs or belongs to some of a group down to a member: it may be another one.
WHERE none(i IN range(0, size(turns) - 2) WHERE turns[i] <> '' AND turns[i + 1] <> '' AND turns[i] <> turns[i + 1])
  AND none(i IN range(0, size(turns) - 2) WHERE turns[i + 1] = 'specialise' AND NOT coalesce(relationships(p)[i].whole, false))
WITH other, [label IN labels(other) WHERE label <> 'Entity'][0] AS label, length(p) AS hops, reduce(product = 1.0, step IN relationships(p) | product * step.belief) AS belief,
     size([turn IN turns WHERE turn <> '']) AS taxonomy
WHERE $label IS NULL OR label = $label
RETURN other.name AS supplier,
       label,
       other.id AS id,
       min(hops) AS hops,
       count(*) AS routes,
       max(belief) AS belief,
       min(taxonomy) AS taxonomy
ORDER BY hops, belief DESC, supplier, id
LIMIT $limit
