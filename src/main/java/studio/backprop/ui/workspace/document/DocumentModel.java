package studio.backprop.ui.workspace.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.data.DataSettings;
import studio.backprop.data.TableData;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Analysis;
import studio.backprop.network.Edit;
import studio.backprop.network.History;
import studio.backprop.network.Network;
import studio.backprop.network.Problem;
import studio.backprop.network.repair.Repair;
import studio.backprop.project.Assignment;
import studio.backprop.project.DataForm;
import studio.backprop.project.Project;
import studio.backprop.project.Readiness;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/**
 * Open project with undo history: every change goes through {@link #apply}. One class, because a change sets all properties in one order
 * before listeners are notified of the project.
 */
public final class DocumentModel {
  private final ReadOnlyObjectWrapper<Project> project = new ReadOnlyObjectWrapper<>(this, "project", Project.EMPTY);
  private final ReadOnlyObjectWrapper<Analysis> analysis = new ReadOnlyObjectWrapper<>(this, "analysis", Network.EMPTY.analyse());
  private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(this, "problems", List.of());
  private final ReadOnlyObjectWrapper<List<Problem>> hints = new ReadOnlyObjectWrapper<>(this, "hints", List.of());
  private final ReadOnlyObjectWrapper<Set<Integer>> selection = new ReadOnlyObjectWrapper<>(this, "selection", Set.of());
  private final ReadOnlyObjectWrapper<Optional<Message>> undoName = new ReadOnlyObjectWrapper<>(this, "undoName", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> redoName = new ReadOnlyObjectWrapper<>(this, "redoName", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(this, "file", Optional.empty());
  private final ReadOnlyObjectWrapper<String> name = new ReadOnlyObjectWrapper<>(this, "name", "");
  private final ReadOnlyIntegerWrapper marks = new ReadOnlyIntegerWrapper(this, "marks");
  private final ReadOnlyIntegerWrapper openings = new ReadOnlyIntegerWrapper(this, "openings");
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");

  private final RepairSearch repairs;
  private final TableForms tables = new TableForms();
  private History<Project> history = new History<>(Project.EMPTY);
  private Optional<Project> saved = Optional.of(Project.EMPTY);
  private final EditLock lock = new EditLock();

  /** Finds repairs synchronously. */
  public DocumentModel() {
    this(Runnable::run, Runnable::run);
  }

  /**
   * @param worker searches for repairs
   * @param screen runs tasks on the JavaFX thread
   */
  public DocumentModel(Executor worker, Executor screen) {
    repairs = new RepairSearch(worker, screen);
    refresh();
  }

  public BooleanExpression isOf(Class<? extends Assignment> kind) {
    return BooleanExpression.booleanExpression(projectProperty().map(now -> kind.isInstance(now.assignment())).orElse(false));
  }

  /** Current project. Listeners are notified after analysis and problems are up to date. */
  public ReadOnlyObjectProperty<Project> projectProperty() {
    return project.getReadOnlyProperty();
  }

  public Project project() {
    return project.get();
  }

  public Network network() {
    return project.get().network();
  }

  /** Shapes, parameters and operations of the network. */
  public ReadOnlyObjectProperty<Analysis> analysisProperty() {
    return analysis.getReadOnlyProperty();
  }

  public Analysis analysis() {
    return analysis.get();
  }

  /** Errors that prevent training, by priority. */
  public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  /** Warnings, which do not prevent training. */
  public ReadOnlyObjectProperty<List<Problem>> hintsProperty() {
    return hints.getReadOnlyProperty();
  }

  /** Errors and warnings, by priority. */
  public List<Problem> findings() {
    return Stream.concat(problems.get().stream(), hints.get().stream()).toList();
  }

  /** Repairs of a problem of the current network, best first; empty while they are computed. */
  public Optional<List<Repair>> repairs(Problem problem) {
    Project asked = history.document();
    Optional<DataForm> form = formOf(asked);
    return repairs.of(problem, form.map(Readiness::goal), network -> judged(asked.withNetwork(drawn -> network), form));
  }

  /** Ticks when requested repairs were found. */
  public ReadOnlyIntegerProperty repairsFoundProperty() {
    return repairs.answersProperty();
  }

  /** Whether another network could be trained on the project's data. */
  public boolean trains(Network network) {
    return judged(project().withNetwork(drawn -> network), dataForm()).stream()
        .noneMatch(problem -> problem.severity() == Problem.Severity.BROKEN);
  }

  private static List<Problem> judged(Project project, Optional<DataForm> form) {
    Analysis analysis = project.network().analyse();
    List<Problem> problems = form.map(data -> Readiness.problems(project, analysis, data)).orElse(analysis.problems());
    return Stream.concat(problems.stream(), analysis.hints().stream()).toList();
  }

  public boolean ready() {
    return problems.get().isEmpty();
  }

  /** The ids of the selected nodes. */
  public ReadOnlyObjectProperty<Set<Integer>> selectionProperty() {
    return selection.getReadOnlyProperty();
  }

  public Set<Integer> selection() {
    return selection.get();
  }

  /** Name of the edit that undo reverts. */
  public ReadOnlyObjectProperty<Optional<Message>> undoNameProperty() {
    return undoName.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Message>> redoNameProperty() {
    return redoName.getReadOnlyProperty();
  }

  /** File that the project was opened from or saved to. */
  public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
    return file.getReadOnlyProperty();
  }

  /** Name of the file or sample; empty for a new project. */
  public ReadOnlyObjectProperty<String> nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** Number of projects opened so far; ticks after each, so that views can reset. */
  public ReadOnlyIntegerProperty openingsProperty() {
    return openings.getReadOnlyProperty();
  }

  /** Whether there are unsaved changes. */
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  public void open(Project opened, String openedName, Optional<Path> from) {
    begin(opened, Optional.of(opened), openedName, from);
  }

  /** Opens a project that is not saved in this state, such as one recovered after a crash. */
  public void openUnsaved(Project opened, String openedName, Optional<Path> from) {
    begin(opened, Optional.empty(), openedName, from);
  }

  private void begin(Project opened, Optional<Project> inFile, String openedName, Optional<Path> from) {
    history = new History<>(opened);
    saved = inFile;
    file.set(from);
    name.set(openedName);
    selection.set(Set.of());
    refresh();
    openings.set(openings.get() + 1);
  }

  /** This project, as it was at the time of saving, is now in this file. */
  public void savedAs(Project written, Path path) {
    saved = Optional.of(written);
    file.set(Optional.of(path));
    name.set(nameOf(path));
    changed.set(!saved.equals(Optional.of(project.get())));
  }

  /** The file's name without its extension. */
  public static String nameOf(Path path) {
    return path.getFileName().toString().replaceFirst("\\.backprop$", "");
  }

  /** Caches the form of a possibly long table, computed in the background. Thread-safe. */
  public void knowTable(Optional<TableData> table, DataSettings settings, TableForm form) {
    tables.know(table, settings, form);
  }

  public void apply(Edit<Project> edit) {
    if (lock.permits(project(), edit)) {
      applyAnyway(edit);
    } else {
      lock.refuse();
    }
  }

  /** Applies an edit regardless of the lock. */
  public void applyAnyway(Edit<Project> edit) {
    history.apply(edit);
    refresh();
  }

  /** Restriction of edits to some nodes. */
  public EditLock lock() {
    return lock;
  }

  /** Adds a history entry that changes no part of the project, such as a reset of its training. */
  public void mark(Message name) {
    move(() -> history.mark(name, project().withNetwork(network -> network)));
  }

  /** Moves within the history. */
  private void move(Runnable step) {
    Project before = history.document();
    step.run();
    refresh();
    if (before != history.document() && before.equals(history.document())) {
      marks.set(marks.get() + 1); // the property does not fire for an equal value
    }
  }

  /** Number of history moves to an equal project: a mark, or its undo or redo. */
  public ReadOnlyIntegerProperty marksProperty() {
    return marks.getReadOnlyProperty();
  }

  public void edit(Message editName, String merge, UnaryOperator<Network> change) {
    apply(new Edit<>(editName, merge, p -> p.withNetwork(change)));
  }

  public void edit(Message editName, UnaryOperator<Network> change) {
    edit(editName, "", change);
  }

  /** Whether the last change merged with the edit before, as during a drag. */
  public boolean wentOn() {
    return history.merged();
  }

  /** Ends a sequence of merging edits, as when a slider is released. */
  public void settle() {
    history.settle();
  }

  public void undo() {
    move(history::undo);
  }

  public void redo() {
    move(history::redo);
  }

  public void select(Collection<Integer> nodes) {
    selection.set(Set.copyOf(new TreeSet<>(nodes)));
  }

  public Optional<Integer> selectedNode() {
    return selection.get().size() == 1 ? Optional.of(selection.get().iterator().next()) : Optional.empty();
  }

  /** Form of the data, if known. */
  public Optional<DataForm> dataForm() {
    return formOf(project());
  }

  /**
   * Layer with default settings that suit the project: input shape, loss by target, units by input size. {@code after} is its predecessor,
   * if known: a scalar calls for another loss than one output a class.
   */
  public Layer fresh(LayerType type, Optional<Integer> after) {
    return FreshLayer.of(type, after.flatMap(analysis()::shape).map(Shape::count).orElse(0L), dataForm());
  }

  private void refresh() {
    Project now = history.document();
    repairs.begin(now.network());
    analysis.set(now.network().analyse());
    hints.set(analysis.get().hints());
    problems.set(problemsOf(now));
    undoName.set(history.undoName());
    redoName.set(history.redoName());
    changed.set(!saved.equals(Optional.of(now)));
    Set<Integer> kept = new TreeSet<>(selection.get());
    if (kept.removeIf(id -> now.network().find(id).isEmpty())) {
      selection.set(Set.copyOf(kept));
    }
    project.set(now);
  }

  /** Form of a project's data, if known. */
  public Optional<DataForm> formOf(Project now) {
    return DataForm.of(now.data()).or(() -> tables.of(now).form());
  }

  /** Unusable data are the last problem: the network can be repaired meanwhile. */
  private List<Problem> problemsOf(Project now) {
    Optional<DataForm> form = formOf(now);
    if (form.isPresent()) {
      return Readiness.problems(now, analysis.get(), form.get());
    }
    List<Problem> all = new ArrayList<>(analysis.get().problems());
    tables.of(now).problem().ifPresent(sentence -> all.add(new Problem(0, Problem.Place.NETWORK, sentence)));
    return all;
  }
}
