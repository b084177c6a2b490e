// Who produces a thing
// name: producers-of
// question: Who makes, mines or holds a thing, and where?
// params:
//   thing: {type: entity, labels: [Element, Material, Product], meaning: "an element, material or product"}
//   min_belief: common
//   as_of: common
//   origin: common
//   planned: common
//   limit: common
// returns:
//   maker: {type: string, meaning: who makes or holds it}
//   label: {type: string, meaning: its label, detail: true}
//   countries: {type: strings, meaning: countries it lies in}
//   relation: {type: string, meaning: PRODUCES or CONTROLS}
//   stage: {type: string, meaning: stage of the supply chain for CONTROLS}
//   share: {type: float, meaning: percent of the stage}
//   quantity: {type: float, meaning: amount a year or in total as stated}
//   unit: {type: string, meaning: unit of the quantity}
//   status: {type: string, meaning: planned where it is not yet so}
//   belief: {type: float, meaning: belief in the fact}
//   sources: {type: int, meaning: number of independent stories}
//   fact: {type: string, meaning: "uid of the fact, to ask for its sentences"}
// revision: 1
MATCH (maker:Entity)-[r:PRODUCES|CONTROLS]->(thing:Entity {id: $thing})
WHERE NOT coalesce(r.stage, '') IN ['consumption', 'patents']
  AND r.belief >= $min_belief
  AND coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to > $as_of, true)
  AND ($origin IS NULL OR r.origin = $origin)
  AND ($planned OR coalesce(r.status, '') <> 'planned')
CALL (maker) {
  OPTIONAL MATCH (home:Country)
  WHERE home.id = 'country:' + toLower(maker.country) OR EXISTS { (maker)-[:LOCATED_IN*1..3]->(home) }
  WITH DISTINCT home.name AS home
  ORDER BY home
  RETURN collect(home) AS countries
}
RETURN maker.name AS maker,
       [label IN labels(maker) WHERE label <> 'Entity'][0] AS label,
       countries,
       type(r) AS relation,
       r.stage AS stage,
       r.share AS share,
       r.quantity AS quantity,
       r.unit AS unit,
       r.status AS status,
       r.belief AS belief,
       r.sources AS sources,
       r.uid AS fact
ORDER BY coalesce(share, -1.0) DESC, coalesce(quantity, -1.0) DESC, belief DESC, maker, fact
LIMIT $limit
