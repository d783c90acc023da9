package studio.backprop.project.agent;

import studio.backprop.setting.Form;
import studio.backprop.text.Message;

/**
 * One entry of the list of methods.
 *
 * @param id the name in texts and on the command line, such as {@code q-learning}
 * @param kept the name in files: double DQN is kept as DQN that is doubled
 * @param fresh with its usual settings
 * @param form its settings
 */
public record MethodType(String id, String kept, AgentMethod fresh, Form<AgentMethod> form) {
  static MethodType of(String id, AgentMethod fresh) {
    return of(id, id, fresh);
  }

  static MethodType of(String id, String kept, AgentMethod fresh) {
    return new MethodType(id, kept, fresh, new Form<>(fresh.getClass(), "agent"));
  }

  /** Whether a method is of this type, whatever its settings are. */
  public boolean is(AgentMethod method) {
    return form.sameKind(fresh, method);
  }

  public Message title() {
    return Message.of("method." + id);
  }

  /** One sentence in a learner's words. */
  public Message help() {
    return Message.of("method." + id + ".help");
  }
}
