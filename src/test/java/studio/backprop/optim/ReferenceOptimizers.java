package studio.backprop.optim;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.backprop.setting.Setting;
import tools.jackson.databind.JsonNode;

/** Optimizers as the reference files describe them: momentum and Nesterov's method are called sgd there, too. */
public final class ReferenceOptimizers {
  private ReferenceOptimizers() {}

  /** The catalog's optimizer with the coefficients that are given; others have their usual value. */
  public static Optimizer make(String name, JsonNode config) {
    OptimizerType type = type(name, config);
    Map<String, Object> values = new LinkedHashMap<>(type.form().values(type.fresh()));
    values.replaceAll((coefficient, usual) -> config.has(coefficient) ? config.get(coefficient).asDouble() : usual);
    return type.form().make(values);
  }

  /** The pull on the weights that is given but that this optimizer has no coefficient for: there it is a penalty of the training's. */
  public static double penalty(String name, JsonNode config) {
    boolean own = type(name, config).form().settings().stream().map(Setting::name).anyMatch("weightDecay"::equals);
    return own || !config.has("weightDecay") ? 0 : config.get("weightDecay").asDouble();
  }

  private static OptimizerType type(String name, JsonNode config) {
    boolean nesterov = config.has("nesterov") && config.get("nesterov").asBoolean();
    boolean momentum = config.has("momentum") && name.equals("sgd");
    return OptimizerCatalog.find(nesterov ? "nesterov" : momentum ? "momentum" : name).orElseThrow();
  }
}
