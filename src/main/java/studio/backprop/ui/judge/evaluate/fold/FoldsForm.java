package studio.backprop.ui.judge.evaluate.fold;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import studio.backprop.data.Dataset;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.evaluate.fold.BestColumns;
import studio.backprop.evaluate.fold.CrossValidation;
import studio.backprop.evaluate.fold.CrossValidation.Method;
import studio.backprop.project.TrainingSettings;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;

/** Settings of a cross-validation, with the reasons why some are not possible. JavaFX thread only. */
public final class FoldsForm {
  /** Maximum number of trainings in the window; the command line takes more. */
  static final int MOST_TRAININGS = 100;
  private static final int MOST_AT_ONCE = 16;
  private static final int MOST_COLUMNS = 100_000;

  private final ObjectProperty<Method> method = new SimpleObjectProperty<>(this, "method", Method.STRATIFIED);
  private final NumberModel folds = new NumberModel(NumberRange.whole(2, CrossValidation.MOST_FOLDS), CrossValidation.USUAL.folds());
  private final NumberModel repeats = new NumberModel(NumberRange.whole(1, MOST_TRAININGS), 1);
  private final NumberModel epochs =
      new NumberModel(NumberRange.whole(1, TrainingSettings.MOST_EPOCHS), TrainingSettings.STANDARD.epochs());
  private final NumberModel seed = new NumberModel(NumberRange.whole(0, 999_999_999), 0);
  private final NumberModel best = new NumberModel(NumberRange.whole(0, MOST_COLUMNS), 0);
  private final ObjectProperty<BestColumns.Rows> chosenOn = new SimpleObjectProperty<>(this, "chosenOn", BestColumns.Rows.FOLD);
  private final ObjectProperty<Boolean> columned = new SimpleObjectProperty<>(this, "columned", false);
  private final NumberModel atOnce;
  private final ObjectProperty<String> groupColumn = new SimpleObjectProperty<>(this, "groupColumn");
  private final ObjectProperty<List<String>> groupColumns = new SimpleObjectProperty<>(this, "groupColumns", List.of());
  private Map<String, Integer> groupCounts = Map.of();
  private Optional<PreparedData> data = Optional.empty();
  private long[] perClass = {};

  /** @param processors of the machine */
  FoldsForm(int processors) {
    atOnce = new NumberModel(NumberRange.whole(1, MOST_AT_ONCE), Math.min(MOST_AT_ONCE, processors));
  }

  /** Other data: takes the division that suits them. */
  void begin(Optional<PreparedData> now) {
    data = now;
    now.ifPresent(prepared -> {
      perClass = countClasses(prepared);
      offerGroups(Map.of());
      method.set(CrossValidation.suited(prepared));
      columned.set(BestColumns.suits(prepared.dataset()));
      best.valueProperty().set(0);
    });
  }

  private static long[] countClasses(PreparedData data) {
    Dataset dataset = data.dataset();
    long[] counts = new long[isStratifiable(dataset) ? dataset.classNames().size() : 0];
    if (counts.length > 0) {
      for (Part part : new Part[] {Part.TRAIN, Part.VALIDATION}) {
        for (int row = 0; row < data.rows(part); row++) {
          counts[(int) data.rawTarget(part, row, 0)]++;
        }
      }
    }
    return counts;
  }

  private static boolean isStratifiable(Dataset dataset) {
    return dataset.task() == Task.CLASSES && dataset.answers() == 1;
  }

  /** Candidate group columns, once known. */
  void offerGroups(Map<String, Integer> columns) {
    groupCounts = columns;
    groupColumns.set(List.copyOf(columns.keySet()));
    groupColumn.set(columns.keySet().stream().findFirst().orElse(null));
  }

  // --- settings

  public ObjectProperty<Method> methodProperty() {
    return method;
  }

  /** The group column; null for none. */
  public ObjectProperty<String> groupColumnProperty() {
    return groupColumn;
  }

  public ObservableValue<List<String>> groupColumnsProperty() {
    return groupColumns;
  }

  /** The group column, where the method needs one. */
  Optional<String> grouping() {
    return method.get().needsGroups() ? Optional.ofNullable(groupColumn.get()) : Optional.empty();
  }

  public NumberModel folds() {
    return folds;
  }

  public NumberModel repeats() {
    return repeats;
  }

  public NumberModel epochs() {
    return epochs;
  }

  public NumberModel seed() {
    return seed;
  }

  public NumberModel atOnce() {
    return atOnce;
  }

  public CrossValidation plan() {
    return new CrossValidation(method.get(), (int) folds.value(), (int) repeats.value(), (long) seed.value(), columns());
  }

  private BestColumns columns() {
    return new BestColumns(columned.get() ? (int) best.value() : 0, chosenOn.get());
  }

  /** Number of columns selected per training; 0 for all. */
  public NumberModel best() {
    return best;
  }

  /** The rows on which they are selected. */
  public ObjectProperty<BestColumns.Rows> chosenOnProperty() {
    return chosenOn;
  }

  /** Whether the data have columns to select from. */
  ObservableValue<Boolean> columnedProperty() {
    return columned;
  }

  /** Whether the selection of columns leaks the held-out rows. */
  boolean leaks() {
    return columns().leaks();
  }

  /** Applies a plan with a number of epochs for each training. */
  void show(CrossValidation plan, int epochsEach) {
    epochs.valueProperty().set(epochsEach);
    method.set(plan.method());
    folds.valueProperty().set(plan.folds());
    repeats.valueProperty().set(plan.repeats());
    seed.valueProperty().set(plan.seed());
    best.valueProperty().set(plan.columns().count());
    chosenOn.set(plan.columns().rows());
  }

  /** Number of trainings. */
  int trainings() {
    return (int) folds.value() * (method.get().shuffles() ? (int) repeats.value() : 1);
  }

  // --- validation

  /** Why the data cannot be divided by a method; empty if they can. */
  public Optional<Message> refusal(Method wanted) {
    if (wanted.needsGroups() && groupColumns.get().isEmpty()) {
      return Optional.of(Message.of("folds.method.no_groups"));
    }
    if (wanted.needsClasses() && data.filter(now -> isStratifiable(now.dataset())).isEmpty()) {
      return Optional.of(Message.of("folds.method.no_classes"));
    }
    if (wanted == Method.TIME_SERIES && data.filter(now -> now.dataset().about().content().isOrdered()).isEmpty()) {
      return Optional.of(Message.of("folds.method.no_time"));
    }
    return Optional.empty();
  }

  private int rows() {
    return data.map(now -> now.trainRows() + now.validationRows()).orElse(0);
  }

  /** Why the settings cannot be trained; empty if they can. */
  public Optional<Message> problem() {
    Optional<Message> refused = refusal(method.get());
    if (refused.isPresent()) {
      return refused;
    }
    int wanted = (int) folds.value();
    if (rows() < wanted + (method.get() == Method.TIME_SERIES ? 1 : 0)) {
      return Optional.of(Message.of("folds.problem.rows", rows(), wanted));
    }
    int groups = grouping().map(groupCounts::get).orElse(wanted);
    if (groups < wanted) {
      return Optional.of(Message.of("folds.problem.groups", groups, wanted));
    }
    if (trainings() > MOST_TRAININGS) {
      return Optional.of(Message.of("folds.problem.trainings", trainings(), MOST_TRAININGS));
    }
    int width = data.map(now -> now.dataset().width()).orElse(0);
    if (columns().count() > width) {
      return Optional.of(Message.of("folds.problem.columns", columns().count(), width));
    }
    boolean none = method.get().needsClasses() && Arrays.stream(perClass).allMatch(count -> count < wanted);
    return none ? Optional.of(Message.of("folds.problem.classes", Arrays.stream(perClass).max().orElse(0), wanted)) : Optional.empty();
  }

  /** Warning of a class that cannot be in every fold. */
  Optional<RareClass> rareClass() {
    int rarest = -1;
    for (int c = 0; c < perClass.length; c++) {
      rarest = perClass[c] > 0 && (rarest < 0 || perClass[c] < perClass[rarest]) ? c : rarest;
    }
    boolean rare = method.get().needsClasses() && rarest >= 0 && perClass[rarest] < folds.value();
    return rare ? Optional.of(new RareClass(rarest, perClass[rarest])) : Optional.empty();
  }

  /** Class with fewer examples than folds. */
  record RareClass(int index, long examples) {
  }
}
