// Measures that end soon
// name: ending-soon
// question: Which measures and suspensions end within some days?
// params:
//   as_of: common
//   days: {type: int, default: 90, min: 0, max: 36500, meaning: how many days to look ahead}
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
  AND r.valid_to >= $as_of AND r.valid_to <= $as_of + duration({days: $days})
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
ORDER BY until, actor, object, fact
LIMIT $limit
