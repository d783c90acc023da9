package studio.backprop.search.trial;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import studio.backprop.text.Message;

/** Search algorithm. */
public enum SearchMethod {
  /** Random search. */
  RANDOM(false, false),
  /** Grid search. */
  GRID(false, false),
  /** Asynchronous successive halving. Li et al. 2020. */
  ASHA(true, false),
  /** Tree-structured Parzen estimator. Bergstra et al. 2011. */
  TPE(false, true),
  /** Both. */
  TPE_ASHA(true, true);

  private final boolean halves;
  private final boolean models;

  SearchMethod(boolean halves, boolean models) {
    this.halves = halves;
    this.models = models;
  }

  /** Whether it uses successive halving. */
  public boolean halves() {
    return halves;
  }

  /** Whether it models the results of earlier trials. */
  public boolean models() {
    return models;
  }

  /** Name in files and commands. */
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
