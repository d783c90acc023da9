package studio.backprop.ui.workspace.environment;

import java.util.Optional;
import studio.backprop.environment.Environment;
import studio.backprop.text.Message;
import studio.backprop.train.agent.AgentSnapshot;

/** Action taken in the last state learned from; {@code selection} is how it was selected, empty if unknown. */
public record TakenAction(int action, Optional<Message> selection) {
  /** Empty before the first step. */
  public static Optional<TakenAction> of(AgentSnapshot sight) {
    return sight.last().map(step -> new TakenAction(step.action(), step.selection().title()))
        .or(() -> sight.rollout().map(brought -> new TakenAction(brought.first().action(), Optional.of(sampled()))));
  }

  /** Selection by a stochastic policy. */
  public static Message sampled() {
    return Message.of("agent.selection.sampled");
  }

  /** “→ right · exploratory”. */
  public Message said(Environment world) {
    return selection.map(how -> Message.of("agent.action_selected", world.action(action), how)).orElseGet(() -> world.action(action));
  }
}
