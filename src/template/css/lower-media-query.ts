import type { MediaCondition, MediaQuery } from "lightningcss";

/** How far below `x` a maximum must stay to mean `< x`: under a pixel, above what browsers round. */
const justBelow = 0.02;

type Feature = Extract<MediaCondition, { type: "feature" }>["value"];

/**
 * A media query without `<` and `>`: `(width < 40rem)` as `(width <= 39.98rem)`, which lightningcss
 * then writes as `max-width`. By itself it writes `not (min-width: 40rem)`, which old parsers drop.
 */
export function lowerMediaQuery(query: MediaQuery): MediaQuery {
  return query.condition ? { ...query, condition: lowerCondition(query.condition) } : query;
}

function lowerCondition(condition: MediaCondition): MediaCondition {
  switch (condition.type) {
    case "not":
      return { ...condition, value: lowerCondition(condition.value) };
    case "operation":
      return { ...condition, conditions: condition.conditions.map(lowerCondition) };
    case "feature":
      return { ...condition, value: lowerFeature(condition.value) };
    default:
      return condition;
  }
}

function lowerFeature(feature: Feature): Feature {
  if (feature.type === "range") {
    const [operator, value] = lowerBound(feature.operator, feature.value);
    return { ...feature, operator, value };
  }
  if (feature.type === "interval") {
    // In `400px < width` the bound stands left, so that the operator reads the other way round.
    const [startOperator, start] = lowerBound(feature.startOperator, feature.start, -1);
    const [endOperator, end] = lowerBound(feature.endOperator, feature.end);
    return { ...feature, startOperator, start, endOperator, end };
  }
  return feature;
}

type Range = Extract<Feature, { type: "range" }>;

function lowerBound(
  operator: Range["operator"],
  value: Range["value"],
  side: 1 | -1 = 1,
): [Range["operator"], Range["value"]] {
  if (value.type !== "length" || value.value.type !== "value") return [operator, value];
  const { unit, value: amount } = value.value.value;
  const shifted = (by: number): Range["value"] => ({
    type: "length",
    value: { type: "value", value: { unit, value: round(amount + by * side) } },
  });
  if (operator === "less-than") return ["less-than-equal", shifted(-justBelow)];
  if (operator === "greater-than") return ["greater-than-equal", shifted(justBelow)];
  return [operator, value];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
