package studio.backprop.ui.judge.examples;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.data.Text;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.project.Project;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.page.PageModel;
import studio.backprop.ui.workspace.run.PredictionRequests;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WeightsVersion;

/** Model of the examples view: filter, order, predictions and selection, which together determine one list. JavaFX thread only. */
public final class ExamplesModel extends PageModel implements AutoCloseable {
  /** Layout of the examples. */
  public enum Page {
    TABLE,
    PICTURES,
    SCATTER
  }

  /** Filter by correctness. */
  public enum Verdict {
    ALL,
    RIGHT,
    WRONG
  }

  /**
   * Cell or row of the confusion matrix.
   *
   * @param truth the true class
   * @param predicted the predicted class, or {@link #ANY}
   */
  public record Cell(int truth, int predicted) {
    public static final int ANY = -1;
  }

  /** Sort order. */
  record Order(ExampleColumn column, boolean ascending) {}

  /** Seconds between two updates of predictions while training runs, for readability. */
  private static final double REST = 0.5;

  private static final Order AS_READ = new Order(ExampleColumn.ROW, true);

  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.TABLE);
  private final ObjectProperty<Optional<Part>> part = new SimpleObjectProperty<>(this, "part", Optional.empty());
  private final ObjectProperty<Verdict> verdict = new SimpleObjectProperty<>(this, "verdict", Verdict.ALL);
  private final ObjectProperty<Optional<Cell>> cell = new SimpleObjectProperty<>(this, "cell", Optional.empty());
  private final ObjectProperty<Optional<Set<Example>>> picked = new SimpleObjectProperty<>(this, "picked", Optional.empty());
  private final ObjectProperty<Order> order = new SimpleObjectProperty<>(this, "order", AS_READ);
  private final ReadOnlyObjectWrapper<Optional<ExampleList>> list = new ReadOnlyObjectWrapper<>(this, "list", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Predictions>> predictions = new ReadOnlyObjectWrapper<>(this, "predictions",
      Optional.empty());

  private final RunModel run;
  private final ObservableValue<Optional<PreparedData>> data;
  private final PredictionRequests questions;
  private final WhyModel why;
  private final TransitionsModel transitions;
  private final Subscription subscriptions;
  /** Weights of {@link #predictions}. */
  private WeightsVersion predictedBy;
  private boolean changing;
  private Runnable back = () -> {};

  /** @param data the examples; empty until loaded */
  public ExamplesModel(RunModel run, ObservableValue<Optional<PreparedData>> data, Pulse pulse) {
    this.run = run;
    this.data = data;
    this.questions = new PredictionRequests(run, pulse, "examples", REST);
    this.why = new WhyModel(run, pulse);
    this.transitions = new TransitionsModel(run, openProperty());
    subscriptions =
        Subscription.combine(
            data.subscribe(this::begin),
            openProperty().subscribe(this::arrange),
            openProperty().subscribe(shown -> back = () -> {}),
            part.subscribe(this::arrange),
            verdict.subscribe(this::arrange),
            cell.subscribe(this::arrange),
            picked.subscribe(this::arrange),
            order.subscribe(this::arrange),
            run.runProperty().subscribe(() -> predictions.set(Optional.empty())),
            run.projectProperty().map(Project::threshold).subscribe((before, now) -> predictions.get().ifPresent(this::take)),
            pulse.subscribe(this::ask),
            transitions.follow());
  }

  // --- state

  ObjectProperty<Page> pageProperty() {
    return page;
  }

  /** The part of the data that is shown; empty for all. */
  ObjectProperty<Optional<Part>> partProperty() {
    return part;
  }

  ObjectProperty<Verdict> verdictProperty() {
    return verdict;
  }

  /** The filtered cell of the confusion matrix; empty for all. */
  ObjectProperty<Optional<Cell>> cellProperty() {
    return cell;
  }

  /** Examples selected in another page; empty for all. */
  ObjectProperty<Optional<Set<Example>>> pickedProperty() {
    return picked;
  }

  ObjectProperty<Order> orderProperty() {
    return order;
  }

  /** Order of the pictures; null if by another column of the table. */
  ObservableValue<ExampleSorting> sortingProperty() {
    return order.map(
        now -> Arrays.stream(ExampleSorting.values()).filter(sorting -> sorting.order().equals(now)).findFirst().orElse(null));
  }

  void sort(ExampleSorting sorting) {
    order.set(sorting.order());
  }

  /** The listed examples; empty while closed or without data. */
  ReadOnlyObjectProperty<Optional<ExampleList>> listProperty() {
    return list.getReadOnlyProperty();
  }

  /** Predictions of the examples. */
  ReadOnlyObjectProperty<Optional<Predictions>> predictionsProperty() {
    return predictions.getReadOnlyProperty();
  }

  /** Attributions of the visible rows. */
  WhyModel why() {
    return why;
  }

  /** Transitions of an agent, which has no examples. */
  TransitionsModel transitions() {
    return transitions;
  }

  ObservableValue<Optional<PreparedData>> dataProperty() {
    return data;
  }

  ReadOnlyObjectProperty<Example> exampleProperty() {
    return run.observation().exampleProperty();
  }

  /** Index of the selected example in the list. */
  Optional<Integer> chosenIndex() {
    return list.get().flatMap(shown -> shown.indexOf(run.observation().exampleProperty().get().within(shown.data())));
  }

  // --- commands

  /** Shows all examples. */
  public void show() {
    change(() -> only(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /** Shows examples selected in another page. */
  public void show(Collection<Example> some) {
    change(() -> {
      turnToPictures();
      only(Optional.empty(), Optional.empty(), Optional.of(Set.copyOf(some)));
    });
  }

  /** Shows the examples of one cell of the confusion matrix. */
  public void show(Part judged, int truth, int predicted) {
    change(() -> {
      turnToPictures();
      only(Optional.of(judged), Optional.of(new Cell(truth, predicted)), Optional.empty());
    });
  }

  private void only(Optional<Part> shownPart, Optional<Cell> shownCell, Optional<Set<Example>> some) {
    part.set(shownPart);
    verdict.set(Verdict.ALL);
    cell.set(shownCell);
    picked.set(some);
    openProperty().set(true);
  }

  private void turnToPictures() {
    data.getValue().ifPresent(shown -> page.set(shown.dataset().hasPictures() ? Page.PICTURES : Page.TABLE));
  }

  /** Shows the examples of one class, of any part. */
  void show(int truth) {
    cell.set(Optional.of(new Cell(truth, Cell.ANY)));
  }

  /** @param where destination when the examples are left, once */
  public void leadBack(Runnable where) {
    back = where;
  }

  /** Back to the canvas, or to the page of origin. */
  @Override
  public void leave() {
    Runnable where = back;
    super.leave();
    where.run();
  }

  /** Sorts ascending by a column; by the same column again, reverses the order. */
  void sortBy(ExampleColumn column) {
    boolean again = order.get().column().equals(column) && order.get().ascending();
    order.set(new Order(column, !again));
  }

  void choose(int index) {
    list.get().ifPresent(shown -> run.observation().chooseExample(shown.at(index)));
  }

  /** Moves the selection in the list, up to its ends. */
  void move(int places) {
    list.get().filter(shown -> shown.size() > 0).ifPresent(shown -> {
      int from = chosenIndex().orElse(places > 0 ? -1 : shown.size());
      choose(Math.max(0, Math.min(shown.size() - 1, from + places)));
    });
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    questions.close();
    why.close();
  }

  // --- updates

  private void begin(Optional<PreparedData> loaded) {
    change(() -> {
      predictions.set(Optional.empty());
      cell.set(Optional.empty());
      picked.set(Optional.empty());
      part.set(Optional.empty());
      order.set(loaded.filter(d -> d.dataset().hasPictures()).map(d -> ExampleSorting.SHUFFLED.order()).orElse(AS_READ));
      loaded.ifPresent(d -> page.set(firstPage(d)));
    });
  }

  private static Page firstPage(PreparedData data) {
    return data.dataset().hasPictures() ? Page.PICTURES : data.dataset().isPoints() ? Page.SCATTER : Page.TABLE;
  }

  /** Several changes, then one new list. */
  private void change(Runnable changes) {
    changing = true;
    changes.run();
    changing = false;
    arrange();
  }

  private void arrange() {
    if (!changing) {
      list.set(isOpen() ? data.getValue().map(this::list) : Optional.empty());
    }
  }

  private ExampleList list(PreparedData shown) {
    Order by = order.get();
    ExampleFilter filter = new ExampleFilter(part.get(), verdict.get(), cell.get(), picked.get(), predictions.get());
    return ExampleList.of(shown, example -> filter.passes(shown, example), example -> by.column().number(shown, predictions.get(), example),
        by.ascending());
  }

  private Set<Part> shownParts() {
    return part.get().map(only -> (Set<Part>) EnumSet.of(only)).orElse(EnumSet.allOf(Part.class));
  }

  /**
   * Called in each frame: requests predictions if needed. None before the first training step; those of each token of a text would exhaust
   * the memory.
   */
  private void ask() {
    boolean foretells = data.getValue().flatMap(d -> d.dataset().text()).filter(Text::next).isPresent();
    boolean mine = !foretells && run.runProperty().get() != null && data.getValue().filter(d -> d == run.runProperty().get().data())
        .isPresent();
    if (isOpen() && mine && !transitions.acts() && questions.free() && isOld()) {
      Set<Part> parts = shownParts();
      questions.ask(replica -> Predictions.of(replica, parts), (said, weights) -> predictedBy = take(said) ? weights : predictedBy);
    }
  }

  private boolean isOld() {
    return run.showsTrained() && (run.isBehind(predictedBy) || predictions.get()
        .filter(p -> shownParts().stream().allMatch(part -> p.has(part) || p.data().rows(part) == 0)).isEmpty());
  }

  /** @return whether they are of these data */
  private boolean take(Predictions said) {
    boolean mine = data.getValue().filter(d -> d == said.data()).isPresent();
    if (mine) {
      predictions.set(Optional.of(said.at(run.projectProperty().get().threshold())));
      boolean matters = verdict.get() != Verdict.ALL || cell.get().isPresent() || order.get().column().kind().needsPrediction();
      if (matters) {
        arrange();
      }
    }
    return mine;
  }

  /** Whether each example has one class, which can be predicted right or wrong. */
  static boolean hasClasses(PreparedData data) {
    return data.dataset().task() == Task.CLASSES && data.dataset().answers() == 1;
  }
}
