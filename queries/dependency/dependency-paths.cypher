// Dependency paths
// name: dependency-paths
// question: Through whom and what does the target depend on the source?
// params:
//   source: {type: entity, meaning: where the supply comes from}
//   target: {type: entity, meaning: what depends on it}
//   max_hops: common
//   min_belief: common
//   as_of: common
//   planned: common
//   limit: common
// returns:
//   belief: {type: float, meaning: product of the beliefs of the steps}
//   hops: {type: int, meaning: number of steps}
//   path: {type: string, meaning: "the names and the steps between them in the direction of supply, a share where it is of one stage"}
//   rests_on: {type: string, meaning: "how many steps are stated, how many are the taxonomy's, how many passages assumed"}
//   statements: {type: int, meaning: steps that articles or reference data state, detail: true}
//   taxonomy: {type: int, meaning: steps between a group and its member, detail: true}
//   assumed: {type: int, meaning: passages through a firm that nothing known joins to what it passes on, detail: true}
//   planned: {type: int, meaning: steps that are only planned, detail: true}
//   measures: {type: strings, meaning: "measures in force on the things and firms of the path, by or against a country on it", detail: true}
//   facts: {type: strings, meaning: uids of the facts behind the steps, detail: true}
//   graph: {type: path, meaning: the path itself}
// empty: A country is where supply starts; direct-dependencies says what one relies on.
// revision: 1
MATCH (source:Entity {id: $source}), (target:Entity {id: $target})
MATCH p = (source)-[:UPSTREAM_OF*1..6]->(target)
WHERE length(p) <= $max_hops
  AND all(step IN relationships(p) WHERE step.belief >= $min_belief
    AND coalesce(step.valid_from <= $as_of, true) AND coalesce(step.valid_to > $as_of, true)
    AND ($planned OR NOT coalesce(step.planned, false)))
  AND none(thing IN nodes(p)[1..-1] WHERE thing:Country OR thing:Agency)
  AND all(thing IN nodes(p) WHERE single(same IN nodes(p) WHERE same = thing))
WITH p, nodes(p) AS things, relationships(p) AS steps,
     [step IN relationships(p) | coalesce(step.direction, '')] AS turns
// From a group to a member and on to another of its groups: nothing is supplied in this way.
// Nor from what makes, needs or belongs to some of a group down to a member: it may be another one.
WHERE none(i IN range(0, size(turns) - 2) WHERE turns[i] <> '' AND turns[i + 1] <> '' AND turns[i] <> turns[i + 1])
  AND none(i IN range(0, size(turns) - 2) WHERE turns[i + 1] = 'specialise' AND NOT coalesce(relationships(p)[i].whole, false))
WITH p, things, steps, size([turn IN turns WHERE turn <> '']) AS taxonomy,
     [i IN range(0, size(steps) - 2) WHERE steps[i].materials IS NOT NULL AND steps[i + 1].needs IS NOT NULL
       AND none(material IN steps[i].materials WHERE material IN steps[i + 1].needs) | i + 1] AS assumed,
     // Shares of several stages have no common number.
     [step IN steps | CASE WHEN size(step.share_stages) > 1 THEN '' ELSE
       coalesce(' ' + toString(toInteger(round(step.share_min))) + CASE WHEN step.share_max > step.share_min
         THEN '–' + toString(toInteger(round(step.share_max))) ELSE '' END + ' %'
         + CASE step.share_stages[0] WHEN '' THEN '' ELSE ' of ' + step.share_stages[0] END, '') END] AS shares
WITH p, things, steps, taxonomy, size(assumed) AS assumed,
     [i IN range(0, size(steps) - 1) |
       reduce(words = '', kind IN steps[i].via | words + CASE words WHEN '' THEN '' ELSE ', ' END + {
         CONTROLS: 'controls' + shares[i], PRODUCES: 'produces', OPERATES: 'operates', ACQUIRES: 'has a stake in',
         SUPPLIES: 'supplies' + shares[i], LOCATED_IN: 'is home to', REQUIRES: 'goes into',
         DEPENDS_ON: 'is relied on' + CASE WHEN shares[i] = '' OR 'SUPPLIES' IN steps[i].via THEN '' ELSE ' for' + shares[i] END + ' by',
         MEMBER_OF: CASE steps[i].direction WHEN 'specialise' THEN 'includes' ELSE 'is one of' END
       }[kind])
       + CASE WHEN steps[i].planned THEN ' (planned)' ELSE '' END
       + CASE WHEN i IN assumed THEN ' (assumed)' ELSE '' END] AS words,
     [thing IN things WHERE thing:Country | thing.id]
       + [thing IN things WHERE thing.country IS NOT NULL | 'country:' + toLower(thing.country)] AS countries
CALL (things, countries) {
  UNWIND things AS thing
  MATCH (actor:Entity)-[measure:RESTRICTS]->(thing)
  WHERE (thing:Element OR thing:Material OR thing:Product OR thing:Firm)
    // A measure bears on the path where its state or its target is on it; on a path without any, all do.
    AND (countries = [] OR actor.id IN countries OR 'country:' + toLower(actor.country) IN countries
      OR measure.target IN countries)
    AND measure.belief >= $min_belief
    AND coalesce(measure.valid_from <= $as_of, true) AND coalesce(measure.valid_to > $as_of, true)
    AND coalesce(measure.status, '') <> 'planned'
    // What was lifted was in force until then; a suspension that lifted something restricts nothing.
    AND (NOT coalesce(measure.status, '') IN ['lifted', 'suspended']
      OR measure.valid_to IS NOT NULL AND coalesce(measure.mechanism, '') <> 'suspension')
  OPTIONAL MATCH (hit:Entity {id: measure.target})
  WITH DISTINCT actor.name + ': ' + coalesce(replace(measure.mechanism, '-', ' '), 'restriction') + ' on ' + thing.name
       + coalesce(' against ' + hit.name, '') + coalesce(' since ' + toString(measure.valid_from), '') AS measure
  ORDER BY measure
  RETURN collect(measure) AS measures
}
WITH p, things, steps, words, measures, size(steps) - taxonomy AS statements, taxonomy, assumed,
     reduce(product = 1.0, step IN steps | product * step.belief) AS belief
RETURN belief,
       size(steps) AS hops,
       reduce(text = things[0].name, i IN range(0, size(steps) - 1) | text + ' —' + words[i] + '→ ' + things[i + 1].name) AS path,
       toString(statements) + CASE statements WHEN 1 THEN ' statement' ELSE ' statements' END
         + CASE taxonomy WHEN 0 THEN '' WHEN 1 THEN ' + 1 taxonomy step' ELSE ' + ' + toString(taxonomy) + ' taxonomy steps' END
         + CASE assumed WHEN 0 THEN '' ELSE ' + ' + toString(assumed) + ' assumed' END AS rests_on,
       statements, taxonomy, assumed, size([step IN steps WHERE step.planned]) AS planned, measures,
       reduce(uids = [], step IN steps | uids + step.facts) AS facts,
       p AS graph
ORDER BY CASE WHEN taxonomy + assumed = 0 THEN 0 ELSE 1 END, round(belief, 9) DESC, hops, path, reduce(ids = '', thing IN nodes(graph) | ids + ' ' + thing.id)
LIMIT $limit
