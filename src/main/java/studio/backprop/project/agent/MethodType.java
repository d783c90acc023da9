package studio.backprop.project.agent;

import studio.backprop.setting.Form;
import studio.backprop.text.Message;

/**
 * One entry of the list of methods.
 *
 * @param id the name in files and texts, such as {@code q-learning}
 * @param fresh with its usual settings
 * @param form its settings
 */
public record MethodType(String id, AgentMethod fresh, Form<AgentMethod> form) {
  static MethodType of(String id, AgentMethod fresh) {
    return new MethodType(id, fresh, new Form<>(fresh.getClass(), "agent"));
  }

  public Message title() {
    return Message.of("method." + id);
  }

  /** One sentence in a learner's words. */
  public Message help() {
    return Message.of("method." + id + ".help");
  }
}
