// When a source stops a thing
// name: supply-stop
// question: What is severed and what is thinned when a source stops supplying a thing?
// params:
//   source: {type: entity, meaning: who stops}
//   thing: {type: entity, labels: [Element, Material], meaning: what is stopped}
//   max_hops: common
//   min_belief: common
//   as_of: common
//   planned: common
//   limit: common
// returns:
//   hit: {type: string, meaning: what depends on the thing}
//   label: {type: string, meaning: its label, detail: true}
//   id: {type: entity, meaning: its id, detail: true}
//   effect: {type: string, meaning: "severed: no other known source of the thing; thinned: others remain or only its group is needed"}
//   others: {type: strings, meaning: other known sources of the thing outside the source with its sites and firms}
//   lost: {type: float, meaning: percent of the thing that the source is said to hold at most; null where not said}
//   hops: {type: int, meaning: steps from the thing}
//   belief: {type: float, meaning: belief of the best path from the thing}
// empty: Only what the source itself is said to make or hold can be stopped.
// revision: 1
MATCH (source:Entity {id: $source})-[r:PRODUCES|CONTROLS]->(thing:Entity {id: $thing})
WHERE NOT coalesce(r.stage, '') IN ['reserves', 'consumption', 'patents']
  AND r.belief >= $min_belief
  AND coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to > $as_of, true)
  AND coalesce(r.status, '') <> 'planned'
WITH source, thing, max(coalesce(r.share_max, r.share)) AS lost
CALL (source, thing) {
  OPTIONAL MATCH (other:Entity)-[r:PRODUCES|CONTROLS]->(thing)
  WHERE other <> source
    AND NOT coalesce(r.stage, '') IN ['reserves', 'consumption', 'patents']
    AND r.belief >= $min_belief
    AND coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to > $as_of, true)
    AND ($planned OR coalesce(r.status, '') <> 'planned')
    AND coalesce('country:' + toLower(other.country) <> source.id, true)
    AND NOT EXISTS { (other)-[:LOCATED_IN*1..3]->(source) }
    AND NOT EXISTS { (source)-[:OPERATES|ACQUIRES*1..3]->(other) }
  WITH DISTINCT other.name AS other
  ORDER BY other
  RETURN collect(other) AS others
}
MATCH p = (thing)-[:UPSTREAM_OF*1..6]->(hit:Entity)
WHERE length(p) <= $max_hops
  AND all(step IN relationships(p) WHERE step.belief >= $min_belief
    AND coalesce(step.valid_from <= $as_of, true) AND coalesce(step.valid_to > $as_of, true)
    AND ($planned OR NOT coalesce(step.planned, false)))
  AND none(thing IN nodes(p)[1..-1] WHERE thing:Country OR thing:Agency)
  AND all(thing IN nodes(p) WHERE single(same IN nodes(p) WHERE same = thing))
WITH thing, lost, others, hit, p, [step IN relationships(p) | coalesce(step.direction, '')] AS turns
// From a group to a member and on to another of its groups: nothing is supplied in this way.
// Nor from what makes, needs or belongs to some of a group down to a member: it may be another one.
WHERE none(i IN range(0, size(turns) - 2) WHERE turns[i] <> '' AND turns[i + 1] <> '' AND turns[i] <> turns[i + 1])
  AND none(i IN range(0, size(turns) - 2) WHERE turns[i + 1] = 'specialise' AND NOT coalesce(relationships(p)[i].whole, false))
WITH hit, lost, others, min(length(p)) AS hops, max(reduce(product = 1.0, step IN relationships(p) | product * step.belief)) AS belief,
     max(CASE WHEN 'generalise' IN turns THEN 0 ELSE 1 END) AS needed
RETURN hit.name AS hit,
       [label IN labels(hit) WHERE label <> 'Entity'][0] AS label,
       hit.id AS id,
       CASE WHEN needed = 1 AND others = [] THEN 'severed' ELSE 'thinned' END AS effect,
       others,
       lost,
       hops,
       belief
ORDER BY effect, hops, belief DESC, hit, id
LIMIT $limit
