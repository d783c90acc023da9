package studio.backprop.train;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.plan.Step;
import studio.backprop.project.Project;
import studio.backprop.text.Message;

/**
 * Numerical failure that stopped training.
 *
 * @param step the step that failed; the weights are those of the step before
 * @param node the node with the first non-finite number
 * @param sentence localized text: step, node, op and remedy
 */
public record Fault(long step, int node, Message sentence) {
  /** @param taken steps completed before */
  static Fault at(String key, Project project, long taken, Step where) {
    return at(key, project, taken, where.node(), where.op().name());
  }

  static Fault at(String key, Project project, long taken, int node, String what) {
    return new Fault(taken + 1, node, Message.of(key, taken + 1, project.network().node(node).title(), what, taken));
  }

  /** Of an op that rejected its input. */
  static Fault refused(Project project, long taken, Step where, Message refusal) {
    List<Object> args = new ArrayList<>(List.of(project.network().node(where.node()).title(), taken + 1));
    args.addAll(refusal.args());
    return new Fault(taken + 1, where.node(), new Message(refusal.key(), args));
  }
}
