package studio.backprop.store;

import studio.backprop.data.DataSettings;
import studio.backprop.environment.Environments;
import studio.backprop.project.Agent;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.project.agent.MethodType;
import tools.jackson.databind.node.ObjectNode;

/** How an agent learns, as JSON. Its world is what its data are states of. */
final class AgentJson {
  private AgentJson() {}

  static ObjectNode write(Agent agent) {
    MethodType type = MethodCatalog.typeOf(agent.method());
    ObjectNode object = Json.object();
    object.put("method", type.id());
    object.set("settings", SettingsJson.write(type.form(), agent.method()));
    object.put("look", agent.look());
    return object;
  }

  static Agent read(DataSettings data, Fields root) throws StoreProblem {
    if (Environments.find(data.dataset()).isEmpty()) {
      throw StoreProblem.value("store.unknown", "data.dataset", data.dataset());
    }
    Fields fields = root.object("agent");
    String id = fields.text("method");
    MethodType type = MethodCatalog.find(id).orElseThrow(() -> StoreProblem.value("store.unknown", fields.path("method"), id));
    return new Agent(data, SettingsJson.read(type.form(), type.fresh(), fields.object("settings")),
        (int) fields.whole("look", Agent.LEAST_LOOK, Agent.MOST_LOOK));
  }
}
