package studio.backprop.train.agent;

import java.util.Locale;
import java.util.Optional;
import studio.backprop.text.Message;

/** How an ε-greedy agent selected an action. Sutton and Barto 2018, section 2.2. */
public enum ActionSelection {
  /** Not recorded, in files of an earlier version. */
  UNKNOWN,
  /** The action of the highest value, argmax Q(s, a). */
  GREEDY,
  /** Uniform over all actions, with probability ε; it may be the greedy one by chance. */
  EXPLORATORY;

  private static final int TERMINATED = 1;
  private static final int SELECTION = 2;
  /** Number of codes, from 0. */
  static final int KEPT = SELECTION * values().length;

  public Optional<Message> title() {
    return this == UNKNOWN ? Optional.empty() : Optional.of(Message.of("agent.selection." + name().toLowerCase(Locale.ROOT)));
  }

  /** Code of selection and termination; earlier versions had the latter alone, as 0 or 1. */
  int kept(boolean terminated) {
    return SELECTION * ordinal() + (terminated ? TERMINATED : 0);
  }

  static boolean terminated(double kept) {
    return ((int) kept & TERMINATED) != 0;
  }

  static ActionSelection of(double kept) {
    int place = (int) kept / SELECTION;
    return place >= 0 && place < values().length ? values()[place] : UNKNOWN;
  }
}
