package studio.backprop.store;

import java.util.Arrays;
import java.util.Locale;
import studio.backprop.project.DecisionThreshold;
import studio.backprop.project.DecisionThreshold.Rule;
import tools.jackson.databind.node.ObjectNode;

/** JSON of the decision threshold. Omitted if it is that of the loss. */
final class ThresholdJson {
  private static final String NAME = "threshold";

  private ThresholdJson() {}

  static void write(DecisionThreshold threshold, ObjectNode root) {
    if (threshold.equals(DecisionThreshold.OF_LOSS)) {
      return;
    }
    ObjectNode object = root.putObject(NAME);
    object.put("rule", id(threshold.rule()));
    object.put("value", threshold.value());
    if (threshold.rule().isOfWeights()) {
      object.put("step", threshold.step());
      object.put("weights", threshold.weights());
    }
    object.put("false_positive_cost", threshold.falsePositiveCost());
    object.put("false_negative_cost", threshold.falseNegativeCost());
  }

  static DecisionThreshold read(Fields root) throws StoreProblem {
    if (!root.has(NAME)) {
      return DecisionThreshold.OF_LOSS;
    }
    Fields fields = root.object(NAME);
    String id = fields.text("rule");
    Rule rule = Arrays.stream(Rule.values()).filter(one -> id(one).equals(id)).findFirst()
        .orElseThrow(() -> StoreProblem.value("store.unknown", fields.path("rule"), id));
    return new DecisionThreshold(rule, fields.real("value", -Double.MAX_VALUE, Double.MAX_VALUE),
        fields.has("step") ? fields.whole("step", 0, Long.MAX_VALUE) : 0, fields.has("weights") ? fields.text("weights") : "",
        fields.real("false_positive_cost", 0, DecisionThreshold.MOST_COST),
        fields.real("false_negative_cost", 0, DecisionThreshold.MOST_COST));
  }

  private static String id(Rule rule) {
    return rule.name().toLowerCase(Locale.ROOT);
  }
}
