// Investments
// name: investments
// question: Who put or promised money into what?
// params:
//   party: {type: entity, optional: true, meaning: only from or into this}
//   min_belief: common
//   as_of: common
//   origin: common
//   planned: common
//   limit: common
// returns:
//   investor: {type: string, meaning: whose money}
//   into: {type: string, meaning: what for}
//   label: {type: string, meaning: its label}
//   amount: {type: float, meaning: in full units}
//   currency: {type: string, meaning: ISO 4217}
//   status: {type: string, meaning: planned or done where stated}
//   first_stated: {type: date, meaning: first article, detail: true}
//   belief: {type: float, meaning: belief in the fact}
//   sources: {type: int, meaning: number of independent stories}
//   fact: {type: string, meaning: "uid of the fact, to ask for its sentences"}
// revision: 1
MATCH (investor:Entity)-[r:INVESTS_IN]->(into:Entity)
WHERE ($party IS NULL OR investor.id = $party OR into.id = $party)
  AND r.belief >= $min_belief
  AND coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to > $as_of, true)
  AND ($origin IS NULL OR r.origin = $origin)
  AND ($planned OR coalesce(r.status, '') <> 'planned')
RETURN investor.name AS investor,
       into.name AS into,
       [label IN labels(into) WHERE label <> 'Entity'][0] AS label,
       r.amount AS amount,
       r.currency AS currency,
       r.status AS status,
       r.first_stated AS first_stated,
       r.belief AS belief,
       r.sources AS sources,
       r.uid AS fact
ORDER BY coalesce(amount, -1.0) DESC, belief DESC, investor, into, fact
LIMIT $limit
