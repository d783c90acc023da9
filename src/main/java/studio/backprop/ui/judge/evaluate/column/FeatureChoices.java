package studio.backprop.ui.judge.evaluate.column;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import studio.backprop.data.Dataset;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.evaluate.column.ImportanceMetric;
import studio.backprop.ui.judge.evaluate.column.AskedColumns.Looked;
import studio.backprop.ui.judge.evaluate.column.AskedColumns.Wanted;

/** Settings of the features page. Other data have other metrics and parts. JavaFX thread only. */
public final class FeatureChoices {
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(this, "part", Part.VALIDATION);
  private final ObjectProperty<ImportanceMetric> metric =
      new SimpleObjectProperty<>(this, "metric", ImportanceMetric.ACCURACY);
  private final BooleanProperty together = new SimpleBooleanProperty(this, "together");
  private final BooleanProperty byRank = new SimpleBooleanProperty(this, "byRank");
  private final ObjectProperty<List<String>> selection = new SimpleObjectProperty<>(this, "selection", List.of());
  private final IntegerProperty output = new SimpleIntegerProperty(this, "output");
  private Dataset begun;

  /** @param changed notified of every choice */
  FeatureChoices(Runnable changed) {
    for (ObservableValue<?> choice : List.<ObservableValue<?>>of(part, metric, together, byRank, selection, output)) {
      choice.subscribe((before, now) -> changed.run());
    }
  }

  /** The part used for importance and dependence: training or validation. */
  public ObjectProperty<Part> partProperty() {
    return part;
  }

  /** Metric whose drop, or loss whose rise, is the permutation importance. */
  public ObjectProperty<ImportanceMetric> metricProperty() {
    return metric;
  }

  /** Whether correlated columns are shuffled together. */
  public BooleanProperty togetherProperty() {
    return together;
  }

  /** Whether correlations are Spearman's. */
  public BooleanProperty byRankProperty() {
    return byRank;
  }

  /** Names of the selected columns, at most two, in the order of selection. */
  public ObjectProperty<List<String>> selectionProperty() {
    return selection;
  }

  /** The class whose probability a partial dependence shows. */
  public IntegerProperty outputProperty() {
    return output;
  }

  /** Metrics available for the importance. */
  List<ImportanceMetric> metrics() {
    return ImportanceMetric.of(begun == null ? Task.CLASSES : begun.task());
  }

  Wanted wanted() {
    return new Wanted(part.get(), metric.get(), together.get(), byRank.get());
  }

  Looked looked() {
    return new Looked(part.get(), selection.get(), output.get());
  }

  /** Resets the choices to suit other data; for the same data with other columns all choices stay. */
  void begin(PreparedData now) {
    Dataset before = begun;
    begun = now.dataset();
    boolean same = before != null && before.name().equals(begun.name()) && before.task() == begun.task()
        && before.about().targetName().equals(begun.about().targetName());
    if (!same) {
      metric.set(ImportanceMetric.usual(now));
      output.set(begun.classNames().size() == 2 ? 1 : 0);
      part.set(now.validationRows() == 0 ? Part.TRAIN : Part.VALIDATION);
      selection.set(List.of());
    }
  }
}
