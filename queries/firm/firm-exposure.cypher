// Exposure to countries
// name: firm-exposure
// question: In which countries do the direct and indirect suppliers of a firm, site or product sit?
// params:
//   firm: {type: entity, labels: [Firm, Mine, Facility, Product], meaning: the firm site or product}
//   max_hops: common
//   min_belief: common
//   as_of: common
//   planned: common
//   limit: common
// returns:
//   country: {type: string, meaning: where they sit}
//   id: {type: entity, meaning: its id, detail: true}
//   hops: {type: int, meaning: steps of the shortest path from there}
//   belief: {type: float, meaning: belief of the best path from there}
//   routes: {type: int, meaning: paths that begin there}
//   of: {type: int, meaning: paths whose beginning has a known country}
//   share: {type: float, meaning: percent of them}
//   suppliers: {type: strings, meaning: the firms and sites there; none where only the country itself is known}
// revision: 1
MATCH (firm:Entity {id: $firm})
MATCH p = (supplier:Entity)-[:UPSTREAM_OF*1..6]->(firm)
WHERE length(p) <= $max_hops
  AND all(step IN relationships(p) WHERE step.belief >= $min_belief
    AND coalesce(step.valid_from <= $as_of, true) AND coalesce(step.valid_to > $as_of, true)
    AND ($planned OR NOT coalesce(step.planned, false)))
  AND none(thing IN nodes(p)[1..-1] WHERE thing:Country OR thing:Agency)
  AND all(thing IN nodes(p) WHERE single(same IN nodes(p) WHERE same = thing))
WITH supplier, p, [step IN relationships(p) | coalesce(step.direction, '')] AS turns
// From a group to a member and on to another of its groups: nothing is supplied in this way.
// Nor from what makes, needs or belongs to some of a group down to a member: it may be another one.
WHERE none(i IN range(0, size(turns) - 2) WHERE turns[i] <> '' AND turns[i + 1] <> '' AND turns[i] <> turns[i + 1])
  AND none(i IN range(0, size(turns) - 2) WHERE turns[i + 1] = 'specialise' AND NOT coalesce(relationships(p)[i].whole, false))
WITH supplier, count(*) AS routes, min(length(p)) AS hops, max(reduce(product = 1.0, step IN relationships(p) | product * step.belief)) AS belief
MATCH (country:Country)
WHERE country = supplier OR country.id = 'country:' + toLower(supplier.country)
   OR EXISTS { (supplier)-[:LOCATED_IN*1..3]->(country) }
WITH country, supplier, routes, hops, belief
ORDER BY country.id, supplier.name, supplier.id
WITH country, min(hops) AS hops, max(belief) AS belief, sum(routes) AS routes,
     collect(CASE WHEN supplier:Firm OR supplier:Mine OR supplier:Facility THEN supplier.name END) AS suppliers
WITH collect({country: country, hops: hops, belief: belief, routes: routes, suppliers: suppliers}) AS exposures, sum(routes) AS of
UNWIND exposures AS exposure
RETURN exposure.country.name AS country,
       exposure.country.id AS id,
       exposure.hops AS hops,
       exposure.belief AS belief,
       exposure.routes AS routes,
       of,
       100.0 * exposure.routes / of AS share,
       exposure.suppliers AS suppliers
ORDER BY routes DESC, hops, country, id
LIMIT $limit
