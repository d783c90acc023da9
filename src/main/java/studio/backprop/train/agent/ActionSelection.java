package studio.backprop.train.agent;

import java.util.Locale;
import java.util.Optional;
import studio.backprop.text.Message;

/** How an ε-greedy agent came to an action. Sutton and Barto 2018, section 2.2. */
public enum ActionSelection {
  /** Kept by an earlier version, which did not tell. */
  UNKNOWN,
  /** The action of the highest value, argmax Q(s, a). */
  GREEDY,
  /** Drawn among all actions with probability ε; by chance it may be the best one. */
  EXPLORATORY;

  private static final int TERMINATED = 1;
  private static final int SELECTION = 2;

  /** “exploratory”; empty where it is not known. */
  public Optional<Message> title() {
    return this == UNKNOWN ? Optional.empty() : Optional.of(Message.of("agent.selection." + name().toLowerCase(Locale.ROOT)));
  }

  /** With whether the step ended its episode, as one number of what is kept: of earlier versions that alone was kept, as 0 or 1. */
  int kept(boolean terminated) {
    return SELECTION * ordinal() + (terminated ? TERMINATED : 0);
  }

  /** @param kept such a number */
  static boolean terminated(double kept) {
    return ((int) kept & TERMINATED) != 0;
  }

  /** @param kept such a number */
  static ActionSelection of(double kept) {
    int place = (int) kept / SELECTION;
    return place >= 0 && place < values().length ? values()[place] : UNKNOWN;
  }
}
