// News facts without a sentence
// name: facts-without-sentences
// question: Which facts of the news have no sentence behind them?
// params:
//   limit: common
// returns:
//   subject: {type: string, meaning: who or what}
//   relation: {type: string, meaning: the relation}
//   object: {type: string, meaning: to whom or what}
//   fact: {type: string, meaning: "uid of the fact, to ask for its sentences"}
// empty: That is as it should be.
// revision: 1
MATCH (subject:Entity)-[r:CONTROLS|PRODUCES|SUPPLIES|DEPENDS_ON|REQUIRES|RESTRICTS|ENACTS|ACQUIRES|OPERATES|INVESTS_IN|PARTNERS_WITH|LOCATED_IN]->(object:Entity)
WHERE r.origin = 'news'
  AND NOT EXISTS { MATCH (claim:Claim) WHERE claim.fact = r.uid }
RETURN subject.name AS subject,
       type(r) AS relation,
       object.name AS object,
       r.uid AS fact
ORDER BY subject, relation, object, fact
LIMIT $limit
