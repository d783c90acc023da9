package studio.backprop.train.agent;

import studio.backprop.train.record.KeptState;

/**
 * What an agent has just learned from, for whoever looks: how the target y came about.
 *
 * @param action that was taken
 * @param selection how it was chosen when it was taken
 * @param reward r
 * @param next what the next state is thought to be worth, max Q(s′, a′) or the like
 * @param nextAction a′, whose value that is; −1 where there is no next state
 * @param terminated whether there is no next state
 * @param target y = r + γ · next
 * @param value Q(s, a) before the update; NaN where it is not known
 */
public record Transition(
    int action, ActionSelection selection, double reward, double next, int nextAction, boolean terminated, double target, double value) {
  private static final int NUMBERS = 7;

  /** With Q(s, a), once that is known. */
  public Transition valued(double known) {
    return new Transition(action, selection, reward, next, nextAction, terminated, target, known);
  }

  void write(KeptState.Writer to) {
    to.put(new double[] {action, reward, next, nextAction, selection.kept(terminated), target, value});
  }

  static Transition read(KeptState.Reader from) {
    double[] kept = new double[NUMBERS];
    from.numbers(kept);
    return new Transition(
        (int) kept[0], ActionSelection.of(kept[4]), kept[1], kept[2], (int) kept[3], ActionSelection.terminated(kept[4]), kept[5], kept[6]);
  }

  /** δ = y − Q(s, a). */
  public double error() {
    return target - value;
  }
}
