// Entities that no fact joins to anything
// name: orphans
// question: Which nodes stand alone?
// params:
//   label: {type: label, optional: true, meaning: only entities with this label}
//   limit: common
// returns:
//   id: {type: entity, meaning: its id}
//   name: {type: string, meaning: its name}
//   label: {type: string, meaning: its label}
// revision: 1
MATCH (node:Entity)
WHERE NOT EXISTS { (node)-[:CONTROLS|PRODUCES|SUPPLIES|DEPENDS_ON|REQUIRES|RESTRICTS|ENACTS|ACQUIRES|OPERATES|INVESTS_IN|PARTNERS_WITH|LOCATED_IN|MEMBER_OF]-(:Entity) }
WITH node, [label IN labels(node) WHERE label <> 'Entity'][0] AS label
WHERE $label IS NULL OR label = $label
RETURN node.id AS id,
       node.name AS name,
       label
ORDER BY label, name, id
LIMIT $limit
