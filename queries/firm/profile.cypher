// Profile
// name: profile
// question: What is known about a firm, or any other entity?
// params:
//   entity: {type: entity, meaning: a firm or any other entity}
//   min_belief: common
//   as_of: common
//   origin: common
//   planned: common
//   limit: common
// returns:
//   subject: {type: string, meaning: who or what}
//   relation: {type: string, meaning: the relation}
//   object: {type: string, meaning: to whom or what}
//   stage: {type: string, meaning: stage of the supply chain}
//   share: {type: float, meaning: percent}
//   quantity: {type: float, meaning: amount}
//   unit: {type: string, meaning: its unit}
//   material: {type: string, meaning: what is supplied or relied on, detail: true}
//   since: {type: date, meaning: first day}
//   until: {type: date, meaning: day on which it ends}
//   status: {type: string, meaning: as stated}
//   belief: {type: float, meaning: belief in the fact}
//   sources: {type: int, meaning: number of independent stories}
//   fact: {type: string, meaning: "uid of the fact, to ask for its sentences"}
// revision: 1
MATCH (entity:Entity {id: $entity})-[r:CONTROLS|PRODUCES|SUPPLIES|DEPENDS_ON|REQUIRES|RESTRICTS|ENACTS|ACQUIRES|OPERATES|INVESTS_IN|PARTNERS_WITH|LOCATED_IN]-(other:Entity)
WHERE r.belief >= $min_belief
  AND coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to > $as_of, true)
  AND ($origin IS NULL OR r.origin = $origin)
  AND ($planned OR coalesce(r.status, '') <> 'planned')
OPTIONAL MATCH (material:Entity {id: r.material})
RETURN startNode(r).name AS subject,
       type(r) AS relation,
       endNode(r).name AS object,
       r.stage AS stage,
       r.share AS share,
       r.quantity AS quantity,
       r.unit AS unit,
       material.name AS material,
       r.valid_from AS since,
       r.valid_to AS until,
       r.status AS status,
       r.belief AS belief,
       r.sources AS sources,
       r.uid AS fact
ORDER BY relation, belief DESC, subject, object, fact
LIMIT $limit
