package studio.backprop.ui.inside.debugger;

import java.util.List;
import java.util.Optional;
import studio.backprop.environment.Environment;
import studio.backprop.observe.Snapshot;
import studio.backprop.project.Agent;
import studio.backprop.run.Run;
import studio.backprop.text.Message;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.agent.RolloutSnapshot;
import studio.backprop.train.agent.Transition;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.environment.TakenAction;
import studio.backprop.ui.workspace.run.RunModel;

/** Localized text of the collection phase before the ops of an agent's step: action, reward and target. */
final class ActingTexts {
  private static final int DIGITS = 4;

  private final RunModel run;
  private final Lang lang;

  ActingTexts(RunModel run, Lang lang) {
    this.run = run;
    this.lang = lang;
  }

  Optional<Agent> agent() {
    Run shown = run.runProperty().get();
    return shown != null && shown.project().assignment() instanceof Agent agent ? Optional.of(agent) : Optional.empty();
  }

  private Optional<AgentSnapshot> sight() {
    return agent().flatMap(agent -> run.snapshot().flatMap(Snapshot::agent));
  }

  /** Action, reward and target of the first example, a line each; empty before the first transition and without an agent. */
  List<String> lines() {
    Optional<AgentSnapshot> sight = sight();
    Optional<Transition> last = sight.flatMap(AgentSnapshot::last);
    Optional<RolloutSnapshot.Example> drawn = sight.flatMap(AgentSnapshot::rollout).map(RolloutSnapshot::first);
    if (last.isPresent()) {
      Transition step = last.get();
      return List.of(lang.say("acting.action", taken(sight.get())),
          lang.say(step.terminated() ? "acting.reward.ended" : "acting.reward", said(step.reward())),
          lang.say("acting.target", said(step.target())));
    }
    return drawn.map(example -> List.of(lang.say("acting.action", taken(sight.get())),
        lang.say("acting.advantage", said(example.advantage())))).orElse(List.of());
  }

  /** Why backpropagation stops at the target or the advantage; empty without an agent. */
  String constant() {
    Optional<AgentSnapshot> sight = sight();
    Optional<Transition> last = sight.flatMap(AgentSnapshot::last);
    if (last.isPresent()) {
      Transition step = last.get();
      return lang.say(agent().orElseThrow().method().isOnline() ? "acting.constant" : "acting.constant.batch", said(step.target()),
          said(step.reward()), said(agent().orElseThrow().method().discount()), said(step.terminated() ? 0 : step.next()),
          action(sight.get(), step.action()));
    }
    return sight.flatMap(AgentSnapshot::rollout).map(brought -> lang.say("acting.constant.policy", said(brought.first().advantage())))
        .orElse("");
  }

  private static Message taken(AgentSnapshot sight) {
    return TakenAction.of(sight).orElseThrow().said(sight.world());
  }

  private String action(AgentSnapshot sight, int action) {
    Environment environment = sight.world();
    return lang.say(environment.action(action));
  }

  private String said(double number) {
    return lang.numbers().significant(number, DIGITS);
  }
}
