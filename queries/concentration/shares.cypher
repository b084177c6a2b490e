// Shares by stage
// name: shares
// question: Who holds which share of a thing at each stage, and where do the figures disagree?
// params:
//   thing: {type: entity, labels: [Element, Material], meaning: an element or material}
//   stage: {type: stage, optional: true, meaning: only this stage}
//   min_belief: common
//   as_of: common
//   origin: common
//   planned: common
//   limit: common
// returns:
//   stage: {type: string, meaning: stage of the supply chain}
//   holder: {type: string, meaning: country or firm}
//   label: {type: string, meaning: its label, detail: true}
//   share: {type: float, meaning: percent with the most belief}
//   share_min: {type: float, meaning: the least stated, detail: true}
//   share_max: {type: float, meaning: the greatest stated, detail: true}
//   shares: {type: floats, meaning: every share stated where stories disagree}
//   disagreement: {type: float, meaning: greatest minus least, detail: true}
//   year: {type: int, meaning: the year it is said of}
//   belief: {type: float, meaning: belief in the fact}
//   sources: {type: int, meaning: number of independent stories}
//   origin: {type: string, meaning: news or reference, detail: true}
//   fact: {type: string, meaning: "uid of the fact, to ask for its sentences"}
// revision: 1
MATCH (holder:Entity)-[r:CONTROLS]->(thing:Entity {id: $thing})
WHERE ($stage IS NULL OR r.stage = $stage)
  AND r.belief >= $min_belief
  AND coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to > $as_of, true)
  AND ($origin IS NULL OR r.origin = $origin)
  AND ($planned OR coalesce(r.status, '') <> 'planned')
RETURN coalesce(r.stage, 'not said') AS stage,
       holder.name AS holder,
       [label IN labels(holder) WHERE label <> 'Entity'][0] AS label,
       r.share AS share,
       r.share_min AS share_min,
       r.share_max AS share_max,
       coalesce(r.shares, []) AS shares,
       r.share_max - r.share_min AS disagreement,
       r.year AS year,
       r.belief AS belief,
       r.sources AS sources,
       r.origin AS origin,
       r.uid AS fact
ORDER BY stage, coalesce(share, share_max, -1.0) DESC, belief DESC, holder, fact
LIMIT $limit
