// Facts that ended
// name: ended-facts
// question: What has stopped being so since a day?
// params:
//   since: {type: date, meaning: the day from which on}
//   as_of: common
//   min_belief: common
//   limit: common
// returns:
//   subject: {type: string, meaning: who or what}
//   relation: {type: string, meaning: the relation}
//   object: {type: string, meaning: to whom or what}
//   status: {type: string, meaning: as stated}
//   belief: {type: float, meaning: belief in the fact}
//   claims: {type: int, meaning: number of sentences, detail: true}
//   sources: {type: int, meaning: number of independent stories}
//   first_stated: {type: date, meaning: first article, detail: true}
//   last_stated: {type: date, meaning: last article, detail: true}
//   fact: {type: string, meaning: "uid of the fact, to ask for its sentences"}
//   until: {type: date, meaning: the day on which it ended}
// revision: 1
MATCH (subject:Entity)-[r:CONTROLS|PRODUCES|SUPPLIES|DEPENDS_ON|REQUIRES|RESTRICTS|ENACTS|ACQUIRES|OPERATES|INVESTS_IN|PARTNERS_WITH|LOCATED_IN]->(object:Entity)
WHERE r.valid_to >= $since AND r.valid_to <= $as_of
  AND r.belief >= $min_belief
RETURN subject.name AS subject,
       type(r) AS relation,
       object.name AS object,
       r.status AS status,
       r.belief AS belief,
       r.claims AS claims,
       r.sources AS sources,
       r.first_stated AS first_stated,
       r.last_stated AS last_stated,
       r.uid AS fact,
       r.valid_to AS until
ORDER BY until DESC, belief DESC, subject, relation, object, fact
LIMIT $limit
