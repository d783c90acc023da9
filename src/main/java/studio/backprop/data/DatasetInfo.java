package studio.backprop.data;

import java.util.List;
import studio.backprop.environment.Environments;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * What the catalog says of a dataset before it is loaded.
 *
 * @param id name in project files and of the texts, such as {@code breast-cancer}
 * @param task what is to be learned
 * @param examples rows that can be used; for generated ones as many as are asked for unless told otherwise
 * @param inputShape of one example
 * @param classes how many there are; 0 for a regression
 * @param answers the shape of the answers to one example, a scalar where there is one
 * @param source loads it
 */
public record DatasetInfo(
    String id, Kind kind, Task task, int examples, Shape inputShape, int classes, Shape answers, Source source) {
  /** With one answer to each example. */
  DatasetInfo(String id, Kind kind, Task task, int examples, Shape inputShape, int classes, Source source) {
    this(id, kind, task, examples, inputShape, classes, Shape.SCALAR, source);
  }

  /** Where examples come from. */
  public enum Kind {
    GENERATED,
    TABLE,
    SERIES,
    GRAPH,
    TEXT,
    IMAGES
  }

  /** Loads a dataset. Always gives the same bits for the same settings. */
  public interface Source {
    Dataset load(DatasetInfo info, DataSettings settings, Progress progress) throws DataProblem;

    /** What can be said of the dataset under these settings before it is loaded. */
    default DatasetInfo under(DatasetInfo info, DataSettings settings) {
      return info;
    }

    /** How many different tokens its inputs are made of; 0 where they are no tokens. */
    default int tokens(DataSettings settings) {
      return 0;
    }

    /** Whether it makes as many examples as the settings ask for. */
    default boolean isGenerated() {
      return false;
    }

    /** Whether a person draws its examples. */
    default boolean isDrawn() {
      return false;
    }

    /** Whether its classes are small clouds, so that the mean of each is a mode of the distribution. */
    default boolean hasModes() {
      return false;
    }

    /** Whether the settings say how noisy the examples are. */
    default boolean isNoisy() {
      return isGenerated();
    }

    /** Whether it is a table of which a person can leave columns out; how many inputs are left is then known after loading. */
    default boolean leavesOut() {
      return false;
    }

    /** The columns that can be left out, in the order of the file; none where it is no such table. */
    default List<String> columns(DatasetInfo info) {
      return List.of();
    }

    /** Whether a person types what it computes. */
    default boolean isTyped() {
      return false;
    }
  }

  /** A text that can be cut into characters or words. */
  public interface Prose extends Source {}

  /** Whether its rows follow each other, so that the last ones are held back. */
  public boolean isOrdered() {
    return kind == Kind.SERIES || source instanceof Prose;
  }

  /** What can be said of it under these settings: another length of a window is another shape of an example. */
  public DatasetInfo under(DataSettings settings) {
    return source.under(this, settings);
  }

  /** Of pieces of text. */
  DatasetInfo text(int pieces, Shape shape, int tokens, Shape answer) {
    return new DatasetInfo(id, kind, task, pieces, shape, tokens, answer, source);
  }

  /** Of windows over so many values. */
  DatasetInfo windows(int values, SequenceSettings windows) {
    return new DatasetInfo(id, kind, task, Series.rows(values, windows), Shape.of(windows.lags(), 1), classes, answers, source);
  }

  public Message title() {
    return Message.of(key());
  }

  /** One line on what it holds. */
  public Message about() {
    return Message.of(key() + ".about");
  }

  /** States of a world are none of the data that a person chooses. */
  private String key() {
    return (Environments.find(id).isPresent() ? "dataset." : "data.") + id;
  }
}
