// Who owns a firm or site
// name: ownership-chain
// question: Through which stakes and operators is a firm, mine or plant held?
// params:
//   owned: {type: entity, labels: [Firm, Mine, Facility], meaning: the firm mine or plant}
//   max_hops: common
//   min_belief: common
//   as_of: common
//   planned: common
//   limit: common
// returns:
//   owner: {type: string, meaning: who holds it}
//   label: {type: string, meaning: its label, detail: true}
//   id: {type: entity, meaning: its id, detail: true}
//   hops: {type: int, meaning: number of links}
//   chain: {type: string, meaning: the names from owner to owned with stake or operator}
//   stake: {type: float, meaning: percent held through the chain; null where a stake is not said}
//   belief: {type: float, meaning: product of the beliefs of the links}
//   ultimate: {type: boolean, meaning: whether nobody is known to hold the owner}
//   graph: {type: path, meaning: the chain itself}
// revision: 1
MATCH (owned:Entity {id: $owned})
MATCH p = (owner:Entity)-[:ACQUIRES|OPERATES*1..6]->(owned)
WHERE length(p) <= $max_hops
  AND all(link IN relationships(p) WHERE link.belief >= $min_belief
    AND coalesce(link.valid_from <= $as_of, true) AND coalesce(link.valid_to > $as_of, true)
    AND ($planned OR coalesce(link.status, '') <> 'planned'))
  AND all(party IN nodes(p) WHERE single(same IN nodes(p) WHERE same = party))
WITH owner, p, nodes(p) AS parties, relationships(p) AS links
RETURN owner.name AS owner,
       [label IN labels(owner) WHERE label <> 'Entity'][0] AS label,
       owner.id AS id,
       size(links) AS hops,
       reduce(text = parties[0].name, i IN range(0, size(links) - 1) | text
         + CASE type(links[i]) WHEN 'OPERATES' THEN ' —operates→ '
           ELSE ' —' + coalesce(toString(links[i].stake) + ' %', 'stake') + '→ ' END
         + parties[i + 1].name) AS chain,
       reduce(stake = 100.0, link IN links | stake * CASE type(link) WHEN 'OPERATES' THEN 1.0 ELSE link.stake / 100.0 END) AS stake,
       reduce(product = 1.0, link IN links | product * link.belief) AS belief,
       NOT EXISTS { (:Entity)-[:ACQUIRES|OPERATES]->(owner) } AS ultimate,
       p AS graph
ORDER BY hops, belief DESC, chain, reduce(ids = '', party IN nodes(graph) | ids + ' ' + party.id)
LIMIT $limit
