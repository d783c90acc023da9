package studio.backprop.observe;

import java.util.Arrays;
import studio.backprop.train.Session;

/**
 * Forward pass of a network for entered text. Immutable; arrays are not copied.
 *
 * @param step of the weights
 * @param inside trace of the requested node
 * @param target NaN where unknown
 */
public record CustomInput(long step, NodeTrace inside, float[] prediction, float[] target, double loss) {
  /**
   * On the training thread.
   *
   * @param tokens as many as an example has
   * @param answers target classes, negative where unknown
   * @param node whose trace is requested
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
