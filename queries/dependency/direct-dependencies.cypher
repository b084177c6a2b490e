// What a party relies on
// name: direct-dependencies
// question: Whom does a country, agency or firm rely on, and for what?
// params:
//   party: {type: entity, labels: [Country, Agency, Firm, Product], meaning: who relies on others}
//   min_belief: common
//   as_of: common
//   origin: common
//   planned: common
//   limit: common
// returns:
//   supplier: {type: string, meaning: who is relied on}
//   relation: {type: string, meaning: DEPENDS_ON or SUPPLIES}
//   material: {type: string, meaning: for what}
//   share: {type: float, meaning: percent of what the party uses or imports}
//   share_min: {type: float, meaning: the least share stated, detail: true}
//   share_max: {type: float, meaning: the greatest share stated, detail: true}
//   belief: {type: float, meaning: belief in the fact}
//   sources: {type: int, meaning: number of independent stories}
//   fact: {type: string, meaning: "uid of the fact, to ask for its sentences"}
// revision: 1
MATCH (party:Entity {id: $party})-[r:DEPENDS_ON|SUPPLIES]-(supplier:Entity)
WHERE (type(r) = 'DEPENDS_ON') = (startNode(r) = party)
  AND r.belief >= $min_belief
  AND coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to > $as_of, true)
  AND ($origin IS NULL OR r.origin = $origin)
  AND ($planned OR coalesce(r.status, '') <> 'planned')
OPTIONAL MATCH (material:Entity {id: r.material})
RETURN supplier.name AS supplier,
       type(r) AS relation,
       material.name AS material,
       r.share AS share,
       r.share_min AS share_min,
       r.share_max AS share_max,
       r.belief AS belief,
       r.sources AS sources,
       r.uid AS fact
ORDER BY coalesce(share, -1.0) DESC, belief DESC, supplier, fact
LIMIT $limit
