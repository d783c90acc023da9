package studio.backprop.train;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.plan.Step;
import studio.backprop.project.Project;
import studio.backprop.text.Message;

/**
 * Why training stopped by itself.
 *
 * @param step the step that failed; the weights are those of the step before
 * @param node the node where the first number that is not finite appeared
 * @param sentence names the step, the node and the op, and says what to try
 */
public record Fault(long step, int node, Message sentence) {
  /** An op had the first number that is not finite. @param taken how many steps went well before */
  static Fault at(String key, Project project, long taken, Step where) {
    return at(key, project, taken, where.node(), where.op().name());
  }

  /** The same of an op or a parameter with this name. */
  static Fault at(String key, Project project, long taken, int node, String what) {
    return new Fault(taken + 1, node, Message.of(key, taken + 1, project.network().node(node).title(), what, taken));
  }

  /** What arrived had no meaning to an op. The weights are not to blame. */
  static Fault refused(Project project, long taken, Step where, Message refusal) {
    List<Object> args = new ArrayList<>(List.of(project.network().node(where.node()).title(), taken + 1));
    args.addAll(refusal.args());
    return new Fault(taken + 1, where.node(), new Message(refusal.key(), args));
  }
}
