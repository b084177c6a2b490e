// Things with one known source
// name: sole-suppliers
// question: What is made or held by one country, firm or site alone?
// params:
//   holders: {type: label, default: Country, meaning: the kind of source that is counted}
//   min_belief: common
//   as_of: common
//   origin: common
//   planned: common
//   limit: common
// returns:
//   thing: {type: string, meaning: element material or product}
//   label: {type: string, meaning: its label}
//   supplier: {type: string, meaning: its only known source of that kind}
//   share: {type: float, meaning: the greatest share it is said to hold in percent}
//   dependents: {type: int, meaning: how many entities stand directly downstream}
//   facts: {type: strings, meaning: uids of the facts, detail: true}
// revision: 1
MATCH (holder:Entity)-[r:PRODUCES|CONTROLS]->(thing:Entity)
WHERE (thing:Element OR thing:Material OR thing:Product)
  AND [label IN labels(holder) WHERE label <> 'Entity'][0] = $holders
  AND NOT coalesce(r.stage, '') IN ['reserves', 'consumption', 'patents']
  AND r.belief >= $min_belief
  AND coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to > $as_of, true)
  AND ($origin IS NULL OR r.origin = $origin)
  AND ($planned OR coalesce(r.status, '') <> 'planned')
WITH thing, r, holder
ORDER BY thing.id, r.uid
WITH thing, collect(DISTINCT holder) AS sources, max(r.share) AS share, collect(r.uid) AS facts
WHERE size(sources) = 1
RETURN thing.name AS thing,
       [label IN labels(thing) WHERE label <> 'Entity'][0] AS label,
       sources[0].name AS supplier,
       share,
       COUNT { (thing)-[:UPSTREAM_OF]->(:Entity) } AS dependents,
       facts
ORDER BY dependents DESC, thing, label, facts[0]
LIMIT $limit
