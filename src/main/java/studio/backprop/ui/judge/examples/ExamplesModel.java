package studio.backprop.ui.judge.examples;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
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
import studio.backprop.ui.workspace.run.PredictionRequests;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WeightsVersion;

/**
 * Which examples are looked at, in which order, what the network says of them, and which of them is chosen. One room, because all choices
 * together make one list.
 */
public final class ExamplesModel implements AutoCloseable {
  /** How they are shown. */
  public enum Page {
    TABLE,
    PICTURES,
    SCATTER
  }

  /** Which of them, by whether the network is right. */
  public enum Verdict {
    ALL,
    RIGHT,
    WRONG
  }

  /**
   * One cell or row of the confusion matrix.
   *
   * @param truth the true class
   * @param predicted the predicted class, or {@link #ANY}
   */
  public record Cell(int truth, int predicted) {
    public static final int ANY = -1;
  }

  /** By what they are sorted. */
  record Order(ExampleColumn column, boolean ascending) {}

  /** Seconds between two answers while training runs: guesses that change faster cannot be read. */
  private static final double REST = 0.5;

  private static final Order AS_READ = new Order(ExampleColumn.ROW, true);

  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
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
  /** By which weights {@link #predictions} were made. */
  private WeightsVersion predictedBy;
  private boolean changing;
  private Runnable back = () -> {};

  /** @param data what there is to look at; empty until it is loaded */
  public ExamplesModel(RunModel run, ObservableValue<Optional<PreparedData>> data, Pulse pulse) {
    this.run = run;
    this.data = data;
    this.questions = new PredictionRequests(run, pulse, "examples", REST);
    this.why = new WhyModel(run, pulse);
    this.transitions = new TransitionsModel(run, open);
    subscriptions =
        Subscription.combine(
            data.subscribe(this::begin),
            open.subscribe(this::arrange),
            open.subscribe(shown -> back = () -> {}),
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

  // --- what there is to see

  /** Whether somebody looks. */
  public BooleanProperty openProperty() {
    return open;
  }

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

  /** The cell of the confusion matrix that is shown; empty for all. */
  ObjectProperty<Optional<Cell>> cellProperty() {
    return cell;
  }

  /** Examples that were picked in another page; empty for all. */
  ObjectProperty<Optional<Set<Example>>> pickedProperty() {
    return picked;
  }

  ObjectProperty<Order> orderProperty() {
    return order;
  }

  /** The order of the pictures; by a column of the table that is none of these, null. */
  ObservableValue<ExampleSorting> sortingProperty() {
    return order.map(
        now -> Arrays.stream(ExampleSorting.values()).filter(sorting -> sorting.order().equals(now)).findFirst().orElse(null));
  }

  void sort(ExampleSorting sorting) {
    order.set(sorting.order());
  }

  /** The examples that are shown; empty while nobody looks or nothing is loaded. */
  ReadOnlyObjectProperty<Optional<ExampleList>> listProperty() {
    return list.getReadOnlyProperty();
  }

  /** What the network says of them. */
  ReadOnlyObjectProperty<Optional<Predictions>> predictionsProperty() {
    return predictions.getReadOnlyProperty();
  }

  /** What the predictions of the rows in sight rest on. */
  WhyModel why() {
    return why;
  }

  /** What an agent has in the place of examples. */
  TransitionsModel transitions() {
    return transitions;
  }

  ObservableValue<Optional<PreparedData>> dataProperty() {
    return data;
  }

  ReadOnlyObjectProperty<Example> exampleProperty() {
    return run.observation().exampleProperty();
  }

  /** Where the chosen example stands in the list. */
  Optional<Integer> chosenIndex() {
    return list.get().flatMap(shown -> shown.indexOf(run.observation().exampleProperty().get().within(shown.data())));
  }

  // --- what can be done

  /** Shows all examples. */
  public void show() {
    change(() -> only(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /** Shows examples that were picked in another page. */
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
    open.set(true);
  }

  private void turnToPictures() {
    data.getValue().ifPresent(shown -> page.set(shown.dataset().hasPictures() ? Page.PICTURES : Page.TABLE));
  }

  /** Shows the examples of one class, of whichever part. */
  void show(int truth) {
    cell.set(Optional.of(new Cell(truth, Cell.ANY)));
  }

  /** @param where whoever leaves the examples comes to, this time */
  public void leadBack(Runnable where) {
    back = where;
  }

  /** Back to the canvas, or to where somebody came from. */
  void leave() {
    Runnable where = back;
    open.set(false);
    where.run();
  }

  /** Sorts by a column, from small to large; by the same column again, the other way round. */
  void sortBy(ExampleColumn column) {
    boolean again = order.get().column().equals(column) && order.get().ascending();
    order.set(new Order(column, !again));
  }

  void choose(int index) {
    list.get().ifPresent(shown -> run.observation().chooseExample(shown.at(index)));
  }

  /** Chooses the one so many places further in the list, or the nearest end. */
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

  // --- keeping up

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
      list.set(open.get() ? data.getValue().map(this::list) : Optional.empty());
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
   * In each frame: whether the network should be asked anew. It tells nothing before it has learned; what it foretells
   * of each token of a text would fill the memory.
   */
  private void ask() {
    boolean foretells = data.getValue().flatMap(d -> d.dataset().text()).filter(Text::next).isPresent();
    boolean mine = !foretells && run.runProperty().get() != null && data.getValue().filter(d -> d == run.runProperty().get().data())
        .isPresent();
    if (open.get() && mine && !transitions.acts() && questions.free() && isOld()) {
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

  /** Whether there are classes to be right or wrong about: one to each example. */
  static boolean hasClasses(PreparedData data) {
    return data.dataset().task() == Task.CLASSES && data.dataset().answers() == 1;
  }
}
