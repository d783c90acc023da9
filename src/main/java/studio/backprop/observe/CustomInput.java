package studio.backprop.observe;

import java.util.Arrays;
import studio.backprop.train.Session;

/**
 * What a network as it is makes of a text that somebody has typed: the same pass that its examples take.
 *
 * @param step after which
 * @param inside what happens in the node that was asked for
 * @param prediction what it foretells, as a person means it
 * @param target what is right, NaN where that is not known
 * @param loss what this costs
 */
public record CustomInput(long step, NodeTrace inside, float[] prediction, float[] target, double loss) {
  /**
   * Runs it. On the thread of the session.
   *
   * @param tokens as many as an example has
   * @param answers the class that is right at each place, below 0 where that is not known
   * @param node that is looked into
   */
  public static CustomInput of(Session session, float[] tokens, int[] answers, int node) {
    Probe probe = Probe.of(session);
    float[] target = new float[probe.plan().target().count()];
    boolean each = target.length == answers.length;
    int classes = target.length / Math.max(1, answers.length);
    Arrays.fill(target, Float.NaN);
    for (int place = 0; place < answers.length && classes > 0; place++) {
      if (answers[place] >= 0 && each) {
        target[place] = answers[place];
      } else if (answers[place] >= 0) {
        Arrays.fill(target, place * classes, (place + 1) * classes, 0f);
        target[place * classes + answers[place]] = 1;
      }
    }
    probe.pass(tokens, target);
    float[] prediction = new float[probe.plan().prediction().count()];
    probe.plan().prediction().copyRow(0, prediction);
    return new CustomInput(session.steps(), NodeTrace.of(node, session, probe), prediction, target, probe.plan().lossValue());
  }
}
