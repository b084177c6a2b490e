// Recently stated facts
// name: recently-stated
// question: Which facts did articles of the last days state, old or new?
// params:
//   as_of: common
//   days: {type: int, default: 30, min: 0, max: 36500, meaning: how many days to look back}
//   entity: {type: entity, optional: true, meaning: only facts of this}
//   min_belief: common
//   limit: common
// returns:
//   subject: {type: string, meaning: who or what}
//   relation: {type: string, meaning: the relation}
//   object: {type: string, meaning: to whom or what}
//   status: {type: string, meaning: as stated, detail: true}
//   belief: {type: float, meaning: belief in the fact}
//   claims: {type: int, meaning: number of sentences, detail: true}
//   sources: {type: int, meaning: number of independent stories}
//   first_stated: {type: date, meaning: first article, detail: true}
//   last_stated: {type: date, meaning: last article}
//   fact: {type: string, meaning: "uid of the fact, to ask for its sentences"}
// revision: 1
MATCH (subject:Entity)-[r:CONTROLS|PRODUCES|SUPPLIES|DEPENDS_ON|REQUIRES|RESTRICTS|ENACTS|ACQUIRES|OPERATES|INVESTS_IN|PARTNERS_WITH|LOCATED_IN]->(object:Entity)
WHERE r.last_stated <= $as_of AND r.last_stated >= $as_of - duration({days: $days})
  AND r.belief >= $min_belief
  AND ($entity IS NULL OR subject.id = $entity OR object.id = $entity)
RETURN subject.name AS subject,
       type(r) AS relation,
       object.name AS object,
       r.status AS status,
       r.belief AS belief,
       r.claims AS claims,
       r.sources AS sources,
       r.first_stated AS first_stated,
       r.last_stated AS last_stated,
       r.uid AS fact
ORDER BY last_stated DESC, belief DESC, subject, relation, object, fact
LIMIT $limit
