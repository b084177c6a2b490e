// The sentences that join two entities
// name: sentences-between
// question: What do articles say of two entities together?
// params:
//   first: {type: entity, meaning: one of the two}
//   second: {type: entity, meaning: the other}
//   relation: {type: relation, optional: true, meaning: only this relation}
//   limit: common
// returns:
//   published: {type: date, meaning: date of the article}
//   source: {type: string, meaning: who published it}
//   title: {type: string, meaning: title of the article, detail: true}
//   sentence: {type: string, meaning: the sentence word for word}
//   subject: {type: string, meaning: its subject}
//   relation: {type: string, meaning: what it states}
//   object: {type: string, meaning: its object}
//   denied: {type: boolean, meaning: whether the sentence denies it, detail: true}
//   confidence: {type: float, meaning: how sure the reading of the sentence is}
//   story: {type: string, meaning: what copies of one story share, detail: true}
//   url: {type: string, meaning: where it stood, detail: true}
//   fact: {type: string, meaning: uid of the fact}
//   claim: {type: string, meaning: id of the claim, detail: true}
// revision: 1
MATCH (claim:Claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)-[:OBJECT]->(object:Entity)
WHERE (subject.id = $first AND object.id = $second OR subject.id = $second AND object.id = $first)
  AND ($relation IS NULL OR claim.relation = $relation)
MATCH (claim)-[:STATED_IN]->(article:Article)
RETURN article.published AS published,
       article.source AS source,
       article.title AS title,
       claim.sentence AS sentence,
       subject.name AS subject,
       claim.relation AS relation,
       object.name AS object,
       coalesce(claim.negated, false) AS denied,
       claim.confidence AS confidence,
       article.story AS story,
       article.url AS url,
       claim.fact AS fact,
       claim.id AS claim
ORDER BY coalesce(published, date('0001-01-01')) DESC, confidence DESC, claim
LIMIT $limit
