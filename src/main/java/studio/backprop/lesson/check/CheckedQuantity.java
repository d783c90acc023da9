package studio.backprop.lesson.check;

import java.util.List;
import java.util.Optional;

/**
 * A quantity of the engine that a lesson asks for, such as {@code train.loss} or {@code lane(B).node("h1").weight(0,2)}.
 *
 * @param lane of a comparison; empty for the project itself
 * @param start whether the value at the start of the step is meant
 * @param subject whose it is
 * @param node the name of a node, which may hold a {@code *}, or of an answer; empty for other subjects
 * @param name what of it
 * @param indices of one number among several; empty where it is one
 * @param kind what it holds
 * @param column where it stands in its line, from 1
 */
public record CheckedQuantity(
    Optional<Character> lane, boolean start, Subject subject, String node, String name, List<Integer> indices, Kind kind, int column) {
  /** Whose quantity it is. */
  public enum Subject {
    BATCH, EPOCH, TRAIN, VALID, TEST, RUN, NETWORK, DATA, TRAINING, NODE, DOCTOR, CHANGES, SEEN, ANSWER, BROKEN, PAD, NOISE, FOLDS, EXPLAIN,
    METRICS, AGENT, GAN, SEARCH
  }

  /** What it holds. */
  public enum Kind {
    /** A number that is hardly ever met exactly. */
    MEASURED,
    /** A number that is exact. */
    EXACT, TRUTH, WORD
  }

  /** Whether it means several nodes. */
  public boolean isPattern() {
    return subject == Subject.NODE && node.indexOf('*') >= 0;
  }

  /** Whether it is one number of a tensor, which is kept as a float. */
  boolean isElement() {
    return subject == Subject.NODE && QuantityCatalog.INDEXED.contains(name);
  }

  CheckedQuantity ofNode(String one) {
    return new CheckedQuantity(lane, start, subject, one, name, indices, kind, column);
  }

  /** Whether it asks for the same at the same moment, wherever it stands. */
  public boolean sameAs(CheckedQuantity other) {
    return lane.equals(other.lane) && start == other.start && subject == other.subject && node.equals(other.node) && name.equals(other.name)
        && indices.equals(other.indices);
  }

  /** The same now. */
  public CheckedQuantity now() {
    return new CheckedQuantity(lane, false, subject, node, name, indices, kind, column);
  }

  /** The same of the project itself. */
  public CheckedQuantity ofProject() {
    return new CheckedQuantity(Optional.empty(), start, subject, node, name, indices, kind, column);
  }
}
