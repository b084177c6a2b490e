// Restrictions in force
// name: restrictions
// question: What is restricted by whom on a day?
// params:
//   thing: {type: entity, optional: true, meaning: only restrictions on this}
//   actor: {type: entity, labels: [Country, Agency, Policy], optional: true, meaning: only by this country agency or measure}
//   mechanism: {type: mechanism, optional: true, meaning: only of this kind}
//   min_belief: common
//   as_of: common
//   origin: common
//   limit: common
// returns:
//   actor: {type: string, meaning: who or which measure restricts}
//   enacted_by: {type: strings, meaning: whose measure it is}
//   thing: {type: string, meaning: what is restricted}
//   mechanism: {type: string, meaning: how}
//   target: {type: string, meaning: the country that is hit; null where all are}
//   since: {type: date, meaning: first day}
//   until: {type: date, meaning: day on which it ends}
//   belief: {type: float, meaning: belief in the fact}
//   sources: {type: int, meaning: number of independent stories}
//   fact: {type: string, meaning: "uid of the fact, to ask for its sentences"}
// revision: 1
MATCH (actor:Entity)-[r:RESTRICTS]->(thing:Entity)
WHERE ($thing IS NULL OR thing.id = $thing) AND ($actor IS NULL OR actor.id = $actor)
  AND ($mechanism IS NULL OR r.mechanism = $mechanism)
  AND r.belief >= $min_belief
  AND coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to > $as_of, true)
  AND ($origin IS NULL OR r.origin = $origin)
  AND coalesce(r.status, '') <> 'planned'
  // What was lifted was in force until then; a suspension that lifted something restricts nothing.
  AND (NOT coalesce(r.status, '') IN ['lifted', 'suspended'] OR r.valid_to IS NOT NULL AND coalesce(r.mechanism, '') <> 'suspension')
OPTIONAL MATCH (target:Entity {id: r.target})
CALL (actor) {
  OPTIONAL MATCH (state:Entity)-[:ENACTS]->(actor)
  WITH DISTINCT state.name AS state
  ORDER BY state
  RETURN collect(state) AS enacted_by
}
RETURN actor.name AS actor,
       enacted_by,
       thing.name AS thing,
       r.mechanism AS mechanism,
       target.name AS target,
       r.valid_from AS since,
       r.valid_to AS until,
       r.belief AS belief,
       r.sources AS sources,
       r.uid AS fact
ORDER BY coalesce(since, date('0001-01-01')) DESC, belief DESC, actor, thing, fact
LIMIT $limit
