package studio.backprop.project.agent;

import studio.backprop.setting.Form;
import studio.backprop.text.Message;

/**
 * Registry entry of a learning algorithm.
 *
 * @param id in texts and on the command line, such as {@code q-learning}
 * @param kept name in files: double DQN is stored as a DQN
 * @param fresh with default settings
 * @param form of its settings
 */
public record MethodType(String id, String kept, AgentMethod fresh, Form<AgentMethod> form) {
  static MethodType of(String id, AgentMethod fresh) {
    return of(id, id, fresh);
  }

  static MethodType of(String id, String kept, AgentMethod fresh) {
    return new MethodType(id, kept, fresh, new Form<>(fresh.getClass(), "agent"));
  }

  /** Whether a method is of this type, regardless of its settings. */
  public boolean is(AgentMethod method) {
    return form.sameKind(fresh, method);
  }

  public Message title() {
    return Message.of("method." + id);
  }

  /** One-sentence help. */
  public Message help() {
    return Message.of("method." + id + ".help");
  }
}
