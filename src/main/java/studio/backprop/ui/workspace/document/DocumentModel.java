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
 * The open project: every change goes through {@link #apply}, so that everything can be undone. One room, because each change sets all of
 * its properties in one order before anybody is told of the project.
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

  /** A document whose repairs are found at once, while the caller waits. */
  public DocumentModel() {
    this(Runnable::run, Runnable::run);
  }

  /**
   * @param worker looks for repairs, which may take a moment
   * @param screen carries out on the screen's thread, soon
   */
  public DocumentModel(Executor worker, Executor screen) {
    repairs = new RepairSearch(worker, screen);
    refresh();
  }

  /** Whether the project is of a kind of training. */
  public BooleanExpression isOf(Class<? extends Assignment> kind) {
    return BooleanExpression.booleanExpression(projectProperty().map(now -> kind.isInstance(now.assignment())).orElse(false));
  }

  /** The project as it is now. Listeners are told after analysis and problems are up to date. */
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

  /** What keeps the project from training, the first to be mended first. */
  public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  /** What does not keep the project from training, but is probably not meant. */
  public ReadOnlyObjectProperty<List<Problem>> hintsProperty() {
    return hints.getReadOnlyProperty();
  }

  /** All that is wrong or probably not meant, the first to be mended first. */
  public List<Problem> findings() {
    return Stream.concat(problems.get().stream(), hints.get().stream()).toList();
  }

  /** How a problem of the network as it is now can be mended, the best first; empty while that is looked for. */
  public Optional<List<Repair>> repairs(Problem problem) {
    Project asked = history.document();
    Optional<DataForm> form = formOf(asked);
    return repairs.of(problem, form.map(Readiness::goal), network -> judged(asked.withNetwork(drawn -> network), form));
  }

  /** Ticks whenever repairs were found that had been looked for. */
  public ReadOnlyIntegerProperty repairsFoundProperty() {
    return repairs.answersProperty();
  }

  /** Whether a network that is not the document's own could be trained on the project's data. */
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

  /** The name of the edit that undo takes back, if there is one. */
  public ReadOnlyObjectProperty<Optional<Message>> undoNameProperty() {
    return undoName.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Message>> redoNameProperty() {
    return redoName.getReadOnlyProperty();
  }

  /** Where the project was opened from or saved to. */
  public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
    return file.getReadOnlyProperty();
  }

  /** The file's name, the sample's, or empty for a new project. */
  public ReadOnlyObjectProperty<String> nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** How many projects were opened so far: ticks after each, so that views can begin afresh. */
  public ReadOnlyIntegerProperty openingsProperty() {
    return openings.getReadOnlyProperty();
  }

  /** Whether there is something that the file does not hold. */
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** Opens another project. Its history begins here. */
  public void open(Project opened, String openedName, Optional<Path> from) {
    begin(opened, Optional.of(opened), openedName, from);
  }

  /** Opens a project that no file holds as it is, such as one that was kept after a crash. It is unsaved until it is saved. */
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

  /** The project, as it was at the time of saving, is in this file now. */
  public void savedAs(Project written, Path path) {
    saved = Optional.of(written);
    file.set(Optional.of(path));
    name.set(nameOf(path));
    changed.set(!saved.equals(Optional.of(project.get())));
  }

  /** The file's name without its ending. */
  public static String nameOf(Path path) {
    return path.getFileName().toString().replaceFirst("\\.backprop$", "");
  }

  /** Takes over what was worked out in the background of a table, which may be long. May be called on any thread. */
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

  /** The same also while it is locked. */
  public void applyAnyway(Edit<Project> edit) {
    history.apply(edit);
    refresh();
  }

  /** Which nodes edits may change. */
  public EditLock lock() {
    return lock;
  }

  /** Something happened that undo takes back although no part of the project is another one, such as a reset of its training. */
  public void mark(Message name) {
    move(() -> history.mark(name, project().withNetwork(network -> network)));
  }

  /** Another state of the history becomes the project. */
  private void move(Runnable step) {
    Project before = history.document();
    step.run();
    refresh();
    if (before != history.document() && before.equals(history.document())) {
      marks.set(marks.get() + 1); // the property tells nobody of an equal value
    }
  }

  /** Counts how often an equal project took the place of the one before: by a mark, or by its undo or redo. */
  public ReadOnlyIntegerProperty marksProperty() {
    return marks.getReadOnlyProperty();
  }

  /** Changes the network. Edits in a row with the same merge key become one entry; an empty key never merges. */
  public void edit(Message editName, String merge, UnaryOperator<Network> change) {
    apply(new Edit<>(editName, merge, p -> p.withNetwork(change)));
  }

  public void edit(Message editName, UnaryOperator<Network> change) {
    edit(editName, "", change);
  }

  /** Whether the last change went on with the edit before it, as while a slider is dragged. */
  public boolean wentOn() {
    return history.merged();
  }

  /** Ends a run of merging edits, as when the mouse lets go of a slider. */
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

  /** The one selected node, if it is one. */
  public Optional<Integer> selectedNode() {
    return selection.get().size() == 1 ? Optional.of(selection.get().iterator().next()) : Optional.empty();
  }

  /** What the data look like, where that is known. */
  public Optional<DataForm> dataForm() {
    return formOf(project());
  }

  /**
   * A layer as it is first placed into this project: an input of the data's shape, a loss that suits what is to be learned, units enough
   * for all the pixels of an image.
   *
   * @param after the node it will follow, if it is known: a single number calls for another loss than one for each class
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

  /** What the data of a project look like, where that is known. */
  public Optional<DataForm> formOf(Project now) {
    return DataForm.of(now.data()).or(() -> tables.of(now).form());
  }

  /** Where the data cannot be used, that is the last of the problems: the network can be mended meanwhile. */
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
