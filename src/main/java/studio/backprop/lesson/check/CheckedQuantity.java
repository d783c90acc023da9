package studio.backprop.lesson.check;

import java.util.List;
import java.util.Optional;

/**
 * Reference to a quantity of the engine, such as {@code train.loss} or {@code lane(B).node("h1").weight(0,2)}.
 *
 * @param lane variant of a comparison; empty for the project itself
 * @param start whether the value at the start of the step is meant
 * @param node name of a node, which may hold a {@code *}, or id of an answer; empty for other subjects
 * @param name of the quantity
 * @param indices of an element of a tensor; empty for a scalar
 * @param kind type of its value
 * @param column in its line, from 1
 */
public record CheckedQuantity(
    Optional<Character> lane, boolean start, Subject subject, String node, String name, List<Integer> indices, Kind kind, int column) {
  /** Object that a quantity belongs to. */
  public enum Subject {
    BATCH, EPOCH, TRAIN, VALID, TEST, RUN, NETWORK, DATA, TRAINING, NODE, DOCTOR, CHANGES, SEEN, ANSWER, BROKEN, PAD, NOISE, FOLDS, EXPLAIN,
    METRICS, AGENT, GAN, SEARCH
  }

  /** Type of a value. */
  public enum Kind {
    /** Floating-point number; not tested for equality. */
    MEASURED,
    /** Number that can be tested for equality. */
    EXACT, TRUTH, WORD
  }

  public boolean isPattern() {
    return subject == Subject.NODE && node.indexOf('*') >= 0;
  }

  /** Whether it is an element of a tensor, which is stored as a float. */
  boolean isElement() {
    return subject == Subject.NODE && QuantityCatalog.INDEXED.contains(name);
  }

  CheckedQuantity ofNode(String one) {
    return new CheckedQuantity(lane, start, subject, one, name, indices, kind, column);
  }

  /** Whether both mean the same quantity at the same time, regardless of their columns. */
  public boolean sameAs(CheckedQuantity other) {
    return lane.equals(other.lane) && start == other.start && subject == other.subject && node.equals(other.node) && name.equals(other.name)
        && indices.equals(other.indices);
  }

  /** The current value instead of that at the start of the step. */
  public CheckedQuantity now() {
    return new CheckedQuantity(lane, false, subject, node, name, indices, kind, column);
  }

  /** The same quantity of the project itself. */
  public CheckedQuantity ofProject() {
    return new CheckedQuantity(Optional.empty(), start, subject, node, name, indices, kind, column);
  }
}
