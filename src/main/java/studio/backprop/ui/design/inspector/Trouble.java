package studio.backprop.ui.design.inspector;

import studio.backprop.network.Network;
import studio.backprop.network.Problem;
import studio.backprop.run.Status;
import studio.backprop.text.Message;

/**
 * What prevents a node or the project from training.
 *
 * @param node its id, 0 for the project
 * @param title kind of problem
 * @param sentence problem and remedy
 */
public record Trouble(int node, Message title, Message sentence) {
  /** An agent has no data that its output could fit. */
  private static final String OF_ACTIONS = "agent.actions";

  static Trouble of(Network network, Problem problem) {
    boolean unwired = network.sources(problem.node()).isEmpty();
    String kind =
        switch (problem.place()) {
          case NETWORK -> "network";
          case INPUT -> unwired ? "unwired" : "input";
          case OUTPUT -> problem.sentence().key().equals(OF_ACTIONS) ? "actions" : "output";
          case SETTINGS -> "settings";
        };
    return new Trouble(problem.node(), Message.of("inspector.problem." + kind), problem.sentence());
  }

  /** Why training stopped, or cannot begin. */
  static Trouble of(Status status, Message reason) {
    String kind = status.fault().isPresent() ? "fault" : "network";
    return new Trouble(status.fault().map(fault -> fault.node()).orElse(0), Message.of("inspector.problem." + kind), reason);
  }
}
