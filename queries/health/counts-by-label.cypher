// Nodes by label
// name: counts-by-label
// question: How many nodes of each kind are there?
// params: {}
// returns:
//   label: {type: string, meaning: the label}
//   nodes: {type: int, meaning: how many}
//   joined: {type: int, meaning: how many of them a fact joins to another entity}
// revision: 1
MATCH (node:Entity)
RETURN [label IN labels(node) WHERE label <> 'Entity'][0] AS label,
       count(*) AS nodes,
       sum(CASE WHEN EXISTS { (node)-[:CONTROLS|PRODUCES|SUPPLIES|DEPENDS_ON|REQUIRES|RESTRICTS|ENACTS|ACQUIRES|OPERATES|INVESTS_IN|PARTNERS_WITH|LOCATED_IN|MEMBER_OF]-(:Entity) } THEN 1 ELSE 0 END) AS joined
ORDER BY nodes DESC, label
