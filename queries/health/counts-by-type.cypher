// Edges by type
// name: counts-by-type
// question: How many edges of each kind are there, and how well are they believed?
// params: {}
// returns:
//   type: {type: string, meaning: the relation}
//   origin: {type: string, meaning: news reference taxonomy or derived, detail: true}
//   edges: {type: int, meaning: how many}
//   mean_belief: {type: float, meaning: their mean belief}
//   single_source: {type: int, meaning: how many rest on one story}
//   planned: {type: int, meaning: how many are only planned}
// revision: 1
MATCH (:Entity)-[r]->(:Entity)
RETURN type(r) AS type,
       r.origin AS origin,
       count(*) AS edges,
       // Engines add in different orders; the billionth rounds what ends in a half the same way.
       round(avg(r.belief) + 0.000000001, 4) AS mean_belief,
       sum(CASE WHEN r.sources = 1 THEN 1 ELSE 0 END) AS single_source,
       sum(CASE WHEN r.status = 'planned' OR r.planned THEN 1 ELSE 0 END) AS planned
ORDER BY type, origin
