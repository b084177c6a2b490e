// New facts
// name: new-facts
// question: What was first stated since a day?
// params:
//   since: {type: date, meaning: the day from which on}
//   entity: {type: entity, optional: true, meaning: only facts of this}
//   relation: {type: relation, optional: true, meaning: only this relation}
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
WHERE r.first_stated >= $since
  AND r.belief >= $min_belief
  AND ($entity IS NULL OR subject.id = $entity OR object.id = $entity)
  AND ($relation IS NULL OR type(r) = $relation)
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
ORDER BY first_stated DESC, belief DESC, subject, relation, object, fact
LIMIT $limit
