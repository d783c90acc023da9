package studio.backprop.data;

import java.util.List;
import studio.backprop.environment.Environments;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * Metadata of a dataset that is known before loading.
 *
 * @param id in project files and resource keys, such as {@code breast-cancer}
 * @param examples number of usable rows; default for generated ones
 * @param inputShape of one example
 * @param classes number of classes; 0 for a regression
 * @param answers target shape of one example
 * @param source loader
 */
public record DatasetInfo(
    String id, Kind kind, Task task, int examples, Shape inputShape, int classes, Shape answers, Source source) {
  DatasetInfo(String id, Kind kind, Task task, int examples, Shape inputShape, int classes, Source source) {
    this(id, kind, task, examples, inputShape, classes, Shape.SCALAR, source);
  }

  /** Origin and form of the examples. */
  public enum Kind {
    GENERATED,
    TABLE,
    SERIES,
    GRAPH,
    TEXT,
    IMAGES
  }

  /** Loader of a dataset. Deterministic: the same bits for the same settings. */
  public interface Source {
    Dataset load(DatasetInfo info, DataSettings settings, Progress progress) throws DataProblem;

    default DatasetInfo under(DatasetInfo info, DataSettings settings) {
      return info;
    }

    /** Vocabulary size of its inputs; 0 where they are no tokens. */
    default int tokens(DataSettings settings) {
      return 0;
    }

    /** Whether the number of examples is a setting. */
    default boolean isGenerated() {
      return false;
    }

    default boolean isDrawn() {
      return false;
    }

    /** Whether its classes are small clusters whose means are the modes of the distribution. */
    default boolean hasModes() {
      return false;
    }

    /** Whether its noise is a setting. */
    default boolean isNoisy() {
      return isGenerated();
    }

    /** Whether columns can be left out; the number of inputs is then known only after loading. */
    default boolean leavesOut() {
      return false;
    }

    default List<String> columns(DatasetInfo info) {
      return List.of();
    }

    default boolean isTyped() {
      return false;
    }
  }

  /** Text that can be tokenized into characters or words. */
  public interface Prose extends Source {}

  /** Whether its rows are ordered, so that the last ones are held out. */
  public boolean isOrdered() {
    return kind == Kind.SERIES || source instanceof Prose;
  }

  /** Metadata under these settings, which may change the shapes. */
  public DatasetInfo under(DataSettings settings) {
    return source.under(this, settings);
  }

  DatasetInfo text(int pieces, Shape shape, int tokens, Shape answer) {
    return new DatasetInfo(id, kind, task, pieces, shape, tokens, answer, source);
  }

  DatasetInfo windows(int values, SequenceSettings windows) {
    return new DatasetInfo(id, kind, task, Series.rows(values, windows), Shape.of(windows.lags(), 1), classes, answers, source);
  }

  public Message title() {
    return Message.of(key());
  }

  public Message about() {
    return Message.of(key() + ".about");
  }

  /** Environments share one text. */
  private String key() {
    return (Environments.find(id).isPresent() ? "dataset." : "data.") + id;
  }
}
