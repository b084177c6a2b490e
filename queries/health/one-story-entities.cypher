// Entities that one story alone names
// name: one-story-entities
// question: Which entities want a look, since a single story names them?
// params:
//   label: {type: label, optional: true, meaning: only entities with this label}
//   limit: common
// returns:
//   id: {type: entity, meaning: its id, detail: true}
//   name: {type: string, meaning: its name}
//   label: {type: string, meaning: its label}
//   claims: {type: int, meaning: number of claims that name it, detail: true}
//   sentence: {type: string, meaning: one of its sentences}
// revision: 1
MATCH (node:Entity)<-[:SUBJECT|OBJECT]-(claim:Claim)
WITH node, claim
ORDER BY node.id, claim.id
WITH node, [label IN labels(node) WHERE label <> 'Entity'][0] AS label, collect(DISTINCT claim.story) AS stories,
     count(DISTINCT claim.id) AS claims, collect(claim.sentence)[0] AS sentence
WHERE size(stories) = 1 AND ($label IS NULL OR label = $label)
RETURN node.id AS id,
       node.name AS name,
       label,
       claims,
       sentence
ORDER BY label, name, id
LIMIT $limit
