// Who is hit by a measure
// name: who-is-hit
// question: Which materials, products and firms are downstream of what is restricted?
// params:
//   actor: {type: entity, labels: [Country, Agency, Policy], meaning: the country agency or measure that restricts}
//   thing: {type: entity, optional: true, meaning: only what it does to this}
//   max_hops: common
//   min_belief: common
//   as_of: common
//   planned: common
//   limit: common
// returns:
//   hit: {type: string, meaning: what is downstream}
//   label: {type: string, meaning: its label, detail: true}
//   id: {type: entity, meaning: its id, detail: true}
//   thing: {type: string, meaning: the restricted thing}
//   mechanism: {type: string, meaning: how it is restricted}
//   target: {type: string, meaning: the country aimed at; null where all are, detail: true}
//   hops: {type: int, meaning: steps from the thing; 0 is the thing itself}
//   belief: {type: float, meaning: belief in the restriction times the best path}
//   taxonomy: {type: int, meaning: least number of steps between group and member, detail: true}
//   fact: {type: string, meaning: uid of the restriction}
// revision: 1
MATCH (actor:Entity {id: $actor})-[measure:RESTRICTS]->(thing:Entity)
WHERE ($thing IS NULL OR thing.id = $thing)
  AND measure.belief >= $min_belief
  AND coalesce(measure.valid_from <= $as_of, true) AND coalesce(measure.valid_to > $as_of, true)
  AND ($planned OR coalesce(measure.status, '') <> 'planned')
  // What was lifted was in force until then; a suspension that lifted something restricts nothing.
  AND (NOT coalesce(measure.status, '') IN ['lifted', 'suspended']
    OR measure.valid_to IS NOT NULL AND coalesce(measure.mechanism, '') <> 'suspension')
OPTIONAL MATCH (target:Entity {id: measure.target})
MATCH p = (thing)-[:UPSTREAM_OF*0..6]->(hit:Entity)
WHERE length(p) <= $max_hops
  AND all(step IN relationships(p) WHERE step.belief >= $min_belief
    AND coalesce(step.valid_from <= $as_of, true) AND coalesce(step.valid_to > $as_of, true)
    AND ($planned OR NOT coalesce(step.planned, false)))
  AND none(thing IN nodes(p)[1..-1] WHERE thing:Country OR thing:Agency)
  AND all(thing IN nodes(p) WHERE single(same IN nodes(p) WHERE same = thing))
WITH measure, thing, target, hit, p, [step IN relationships(p) | coalesce(step.direction, '')] AS turns
// From a group to a member and on to another of its groups: nothing is supplied in this way.
// Nor from what makes, needs or belongs to some of a group down to a member: it may be another one.
WHERE none(i IN range(0, size(turns) - 2) WHERE turns[i] <> '' AND turns[i + 1] <> '' AND turns[i] <> turns[i + 1])
  AND none(i IN range(0, size(turns) - 2) WHERE turns[i + 1] = 'specialise' AND NOT coalesce(relationships(p)[i].whole, false))
  // A measure against one country hits what lies there and what is made there.
  AND (measure.target IS NULL OR hit = thing
    OR coalesce('country:' + toLower(hit.country) = target.id, false)
    OR EXISTS { (hit)-[:LOCATED_IN*1..3]->(target) }
    OR EXISTS { (target)-[:PRODUCES]->(hit) }
    OR EXISTS { MATCH (maker:Entity)-[:PRODUCES]->(hit)
      WHERE 'country:' + toLower(maker.country) = target.id OR EXISTS { (maker)-[:LOCATED_IN*1..3]->(target) } })
RETURN hit.name AS hit,
       [label IN labels(hit) WHERE label <> 'Entity'][0] AS label,
       hit.id AS id,
       thing.name AS thing,
       measure.mechanism AS mechanism,
       target.name AS target,
       min(length(p)) AS hops,
       max(measure.belief * reduce(product = 1.0, step IN relationships(p) | product * step.belief)) AS belief,
       min(size([turn IN turns WHERE turn <> ''])) AS taxonomy,
       measure.uid AS fact
ORDER BY hops, belief DESC, hit, id, thing, fact
LIMIT $limit
