// Where stories disagree
// name: disagreements
// question: For which facts do stories give different shares?
// params:
//   entity: {type: entity, optional: true, meaning: only facts of this}
//   least: {type: float, default: 0, min: 0, max: 100, meaning: the least difference in percentage points}
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
//   share: {type: float, meaning: the share with the most belief}
//   shares: {type: floats, meaning: all that are stated}
//   spread: {type: float, meaning: greatest minus least in percentage points}
//   belief: {type: float, meaning: belief in the fact}
//   sources: {type: int, meaning: number of independent stories}
//   fact: {type: string, meaning: "uid of the fact, to ask for its sentences"}
// revision: 1
MATCH (subject:Entity)-[r:CONTROLS|SUPPLIES|DEPENDS_ON|REQUIRES]->(object:Entity)
WHERE size(coalesce(r.shares, [])) > 1
  AND r.share_max - r.share_min >= $least
  AND ($entity IS NULL OR subject.id = $entity OR object.id = $entity)
  AND r.belief >= $min_belief
  AND coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to > $as_of, true)
  AND ($origin IS NULL OR r.origin = $origin)
  AND ($planned OR coalesce(r.status, '') <> 'planned')
RETURN subject.name AS subject,
       type(r) AS relation,
       object.name AS object,
       r.stage AS stage,
       r.share AS share,
       r.shares AS shares,
       r.share_max - r.share_min AS spread,
       r.belief AS belief,
       r.sources AS sources,
       r.uid AS fact
ORDER BY spread DESC, subject, object, fact
LIMIT $limit
