package studio.backprop.train.agent;

import studio.backprop.train.record.KeptState;

/**
 * Transition of an agent's last update, with its target y. Immutable.
 *
 * @param selection how the action was selected
 * @param reward r
 * @param next value of the next state, max Q(s′, a′) or the like
 * @param nextAction a′, the action of that value; −1 without a next state
 * @param terminated whether there is no next state
 * @param target y = r + γ · next
 * @param value Q(s, a) before the update; NaN if unknown
 */
public record Transition(
    int action, ActionSelection selection, double reward, double next, int nextAction, boolean terminated, double target, double value) {
  private static final int NUMBERS = 7;

  /** With Q(s, a). */
  public Transition valued(double known) {
    return new Transition(action, selection, reward, next, nextAction, terminated, target, known);
  }

  void write(KeptState.Writer to) {
    to.put(new double[] {action, reward, next, nextAction, selection.kept(terminated), target, value});
  }

  static Transition read(KeptState.Reader from) {
    double[] kept = new double[NUMBERS];
    from.numbers(kept);
    from.check(kept[4] >= 0 && kept[4] < ActionSelection.KEPT && kept[4] == Math.rint(kept[4]));
    return new Transition(
        (int) kept[0], ActionSelection.of(kept[4]), kept[1], kept[2], (int) kept[3], ActionSelection.terminated(kept[4]), kept[5], kept[6]);
  }

  /** TD error δ = y − Q(s, a). */
  public double error() {
    return target - value;
  }
}
