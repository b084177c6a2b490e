// Measures paused or lifted
// name: suspended-measures
// question: Which restrictions were suspended or lifted, and when?
// params:
//   thing: {type: entity, optional: true, meaning: only restrictions on this}
//   as_of: common
//   min_belief: common
//   limit: common
// returns:
//   actor: {type: string, meaning: who or which measure}
//   relation: {type: string, meaning: RESTRICTS or ENACTS}
//   object: {type: string, meaning: the thing restricted or the measure enacted}
//   mechanism: {type: string, meaning: how}
//   target: {type: string, meaning: the country that is hit}
//   since: {type: date, meaning: first day}
//   until: {type: date, meaning: day on which it ends}
//   status: {type: string, meaning: as stated}
//   belief: {type: float, meaning: belief in the fact}
//   sources: {type: int, meaning: number of independent stories}
//   fact: {type: string, meaning: "uid of the fact, to ask for its sentences"}
// revision: 1
MATCH (actor:Entity)-[r:RESTRICTS|ENACTS]->(object:Entity)
WHERE r.belief >= $min_belief
  AND ($thing IS NULL OR object.id = $thing)
  AND (r.mechanism = 'suspension' OR coalesce(r.status, '') IN ['lifted', 'suspended'] OR coalesce(r.valid_to <= $as_of, false))
OPTIONAL MATCH (target:Entity {id: r.target})
RETURN actor.name AS actor,
       type(r) AS relation,
       object.name AS object,
       r.mechanism AS mechanism,
       target.name AS target,
       r.valid_from AS since,
       r.valid_to AS until,
       r.status AS status,
       r.belief AS belief,
       r.sources AS sources,
       r.uid AS fact
ORDER BY coalesce(until, since, date('0001-01-01')) DESC, actor, object, fact
LIMIT $limit
