package studio.backprop.store;

import java.util.List;
import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.environment.Environments;
import studio.backprop.environment.GridMap;
import studio.backprop.project.Agent;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.project.agent.MethodType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON of an agent's settings. The environment is named by its data. */
final class AgentJson {
  private AgentJson() {}

  static ObjectNode write(Agent agent) {
    MethodType type = MethodCatalog.typeOf(agent.method());
    ObjectNode object = Json.object();
    object.put("method", type.kept());
    object.set("settings", SettingsJson.write(type.form(), agent.method()));
    object.put("look", agent.look());
    agent.map().ifPresent(map -> object.set("map", write(map)));
    return object;
  }

  private static ObjectNode write(GridMap map) {
    ObjectNode object = Json.object();
    ArrayNode rows = object.putArray("rows");
    map.rows().forEach(rows::add);
    object.put("step", map.step());
    object.put("goal", map.goal());
    object.put("fall", map.fall());
    return object;
  }

  private static GridMap map(Fields fields) throws StoreProblem {
    List<String> rows = fields.texts("rows", GridMap.USUAL.rows().size());
    double most = GridMap.MOST_REWARD;
    double step = fields.real("step", -most, most);
    double goal = fields.real("goal", -most, most);
    double fall = fields.real("fall", -most, most);
    int width = GridMap.USUAL.columns();
    boolean fits = rows.size() == GridMap.USUAL.rows().size() && rows.stream().allMatch(row -> row.length() == width);
    try {
      if (fits) {
        return new GridMap(rows, step, goal, fall);
      }
    } catch (IllegalArgumentException noMap) {
      // reported below, with the path
    }
    throw StoreProblem.value("store.no-map", fields.path("rows"), GridMap.USUAL.rows().size(), width, Values.said(String.join("/", rows)));
  }

  static Agent read(DataSettings data, Fields root) throws StoreProblem {
    if (Environments.find(data.dataset()).isEmpty()) {
      throw StoreProblem.value("store.no-world", "data.dataset", Values.said(data.dataset()));
    }
    Fields fields = root.object("agent");
    String id = fields.text("method");
    MethodType type = MethodCatalog.find(id).orElseThrow(() -> StoreProblem.value("store.unknown", fields.path("method"), id));
    return new Agent(data, SettingsJson.read(type.form(), type.fresh(), fields.object("settings")),
        (int) fields.whole("look", Agent.LEAST_LOOK, Agent.MOST_LOOK),
        fields.has("map") ? Optional.of(map(fields.object("map"))) : Optional.empty());
  }
}
