// Acquisitions and stakes
// name: acquisitions
// question: Who bought or holds a stake in what?
// params:
//   party: {type: entity, optional: true, meaning: only with this buyer or target}
//   min_belief: common
//   as_of: common
//   origin: common
//   planned: common
//   limit: common
// returns:
//   buyer: {type: string, meaning: who buys or holds}
//   target: {type: string, meaning: what is bought}
//   stake: {type: float, meaning: percent}
//   amount: {type: float, meaning: what was paid in full units}
//   currency: {type: string, meaning: ISO 4217}
//   date: {type: string, meaning: as stated}
//   status: {type: string, meaning: planned or done where stated}
//   first_stated: {type: date, meaning: first article, detail: true}
//   belief: {type: float, meaning: belief in the fact}
//   sources: {type: int, meaning: number of independent stories}
//   fact: {type: string, meaning: "uid of the fact, to ask for its sentences"}
// revision: 1
MATCH (buyer:Entity)-[r:ACQUIRES]->(target:Entity)
WHERE ($party IS NULL OR buyer.id = $party OR target.id = $party)
  AND r.belief >= $min_belief
  AND coalesce(r.valid_from <= $as_of, true) AND coalesce(r.valid_to > $as_of, true)
  AND ($origin IS NULL OR r.origin = $origin)
  AND ($planned OR coalesce(r.status, '') <> 'planned')
RETURN buyer.name AS buyer,
       target.name AS target,
       r.stake AS stake,
       r.amount AS amount,
       r.currency AS currency,
       r.date AS date,
       r.status AS status,
       r.first_stated AS first_stated,
       r.belief AS belief,
       r.sources AS sources,
       r.uid AS fact
ORDER BY coalesce(r.valid_from, first_stated, date('0001-01-01')) DESC, belief DESC, buyer, target, fact
LIMIT $limit
