// Concentration by stage
// name: hhi
// question: How concentrated is each stage of a thing?
// params:
//   thing: {type: entity, labels: [Element, Material], meaning: an element or material}
//   holders: {type: label, default: Country, meaning: whose shares are counted; Country or Firm}
//   min_belief: common
//   as_of: common
//   origin: common
//   planned: common
// returns:
//   stage: {type: string, meaning: stage of the supply chain}
//   hhi: {type: float, meaning: sum of the squared shares known (Herfindahl-Hirschman index; 10000 is one holder)}
//   hhi_max: {type: float, meaning: the same were all that is unknown in one more hand}
//   known: {type: float, meaning: sum of the shares known in percent; over 100 where the figures cannot all be right}
//   holders: {type: int, meaning: number of holders with a share}
//   largest: {type: string, meaning: the holder with the greatest share}
//   largest_share: {type: float, meaning: its share}
// revision: 1
MATCH (holder:Entity)-[r:CONTROLS]->(thing:Entity {id: $thing})
WHERE r.share_min IS NOT NULL AND r.stage IS NOT NULL
  AND [label IN labels(holder) WHERE label <> 'Entity'][0] = $holders
  AND r.belief >= $min_belief
  AND coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to > $as_of, true)
  AND ($origin IS NULL OR r.origin = $origin)
  AND ($planned OR coalesce(r.status, '') <> 'planned')
// Where news and reference give a share each, the better believed counts.
WITH r.stage AS stage, holder, r
ORDER BY stage, holder.id, r.belief DESC, r.uid
WITH stage, holder, collect(coalesce(r.share, (r.share_min + r.share_max) / 2.0))[0] AS share
ORDER BY stage, share DESC, holder.name, holder.id
WITH stage, collect(share) AS shares, collect(holder.name) AS names
WITH stage, shares, names,
     reduce(sum = 0.0, share IN shares | sum + share) AS known,
     reduce(sum = 0.0, share IN shares | sum + share * share) AS hhi
RETURN stage,
       hhi,
       hhi + CASE WHEN known < 100 THEN (100 - known) * (100 - known) ELSE 0.0 END AS hhi_max,
       known,
       size(shares) AS holders,
       names[0] AS largest,
       shares[0] AS largest_share
ORDER BY stage
