package studio.backprop.search.trial;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import studio.backprop.text.Message;

/** How a search chooses what to try, and for how long. */
public enum SearchMethod {
  /** Each trial is drawn anew and trained to the end. */
  RANDOM(false, false),
  /** All combinations of a few values of each setting, in order. */
  GRID(false, false),
  /** Asynchronous successive halving: only the best of each rung are trained on. Li et al. 2020. */
  ASHA(true, false),
  /** Tree-structured Parzen estimator: draws where good trials lie more densely than others. Bergstra et al. 2011. */
  TPE(false, true),
  /** Both. */
  TPE_ASHA(true, true);

  private final boolean halves;
  private final boolean models;

  SearchMethod(boolean halves, boolean models) {
    this.halves = halves;
    this.models = models;
  }

  /** Whether trials stop at rungs. */
  public boolean halves() {
    return halves;
  }

  /** Whether it learns from earlier trials where to draw. */
  public boolean models() {
    return models;
  }

  /** As the command line and files write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<SearchMethod> find(String id) {
    return Arrays.stream(values()).filter(method -> method.id().equals(id)).findFirst();
  }

  public Message title() {
    return Message.of("trials.method." + id());
  }
}
