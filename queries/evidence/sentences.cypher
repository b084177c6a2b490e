// The sentences behind a fact
// name: sentences
// question: Who says so, where and in which words?
// params:
//   fact: {type: string, meaning: uid of the fact or its first characters}
//   limit: common
// returns:
//   published: {type: date, meaning: date of the article}
//   source: {type: string, meaning: who published it}
//   title: {type: string, meaning: title of the article, detail: true}
//   sentence: {type: string, meaning: the sentence word for word}
//   subject: {type: string, meaning: its subject, detail: true}
//   relation: {type: string, meaning: what it states, detail: true}
//   object: {type: string, meaning: its object, detail: true}
//   denied: {type: boolean, meaning: whether the sentence denies it, detail: true}
//   confidence: {type: float, meaning: how sure the reading of the sentence is}
//   story: {type: string, meaning: what copies of one story share, detail: true}
//   url: {type: string, meaning: where it stood, detail: true}
//   fact: {type: string, meaning: uid of the fact, detail: true}
//   claim: {type: string, meaning: id of the claim, detail: true}
// empty: Facts of the taxonomy and of reference data have no sentences.
// revision: 1
MATCH (claim:Claim)-[:STATED_IN]->(article:Article)
WHERE claim.fact STARTS WITH $fact
MATCH (claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)-[:OBJECT]->(object:Entity)
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
