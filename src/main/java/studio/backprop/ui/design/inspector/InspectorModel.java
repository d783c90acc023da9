package studio.backprop.ui.design.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.backprop.layer.Layer;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.run.Run;
import studio.backprop.run.Status;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.form.FormModel;
import studio.backprop.ui.kit.form.SettingDice;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Model of the inspector: one node, several, or the project where nothing is selected. */
public final class InspectorModel implements AutoCloseable {
  /** Extent of the selection. */
  public enum Subject {
    PROJECT,
    NODE,
    SEVERAL
  }

  private final ReadOnlyObjectWrapper<Subject> subject = new ReadOnlyObjectWrapper<>(this, "subject", Subject.PROJECT);
  private final ReadOnlyObjectWrapper<Optional<Node>> node = new ReadOnlyObjectWrapper<>(this, "node", Optional.empty());
  private final ReadOnlyObjectWrapper<FormModel<Layer>> form = new ReadOnlyObjectWrapper<>(this, "form");
  private final ReadOnlyObjectWrapper<NodeFacts> facts = new ReadOnlyObjectWrapper<>(this, "facts", NodeFacts.NONE);
  private final ReadOnlyObjectWrapper<List<Trouble>> troubles = new ReadOnlyObjectWrapper<>(this, "troubles", List.of());
  private final ReadOnlyObjectWrapper<Optional<Prospect>> prospect = new ReadOnlyObjectWrapper<>(this, "prospect", Optional.empty());
  private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper(this, "locked");
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(this, "looking");
  private final ReadOnlyObjectWrapper<Message> nameRefusal = new ReadOnlyObjectWrapper<>(this, "nameRefusal");

  private final DocumentModel document;
  private final RunModel run;
  private final ProjectModel project;
  private final SeveralModel several;
  private final NumbersModel numbers;
  private final RidgesModel ridges;
  private final MathModel math;
  private final SettingDice dice = new SettingDice();
  private final Subscription subscriptions;

  public InspectorModel(DocumentModel document, RunModel run) {
    this.document = document;
    this.run = run;
    project = new ProjectModel(document, run);
    several = new SeveralModel(document);
    numbers = new NumbersModel(document, run);
    ridges = new RidgesModel(document, run);
    math = new MathModel(document, project);
    ridges.watchedProperty().bind(numbers.watchedProperty());
    subscriptions =
        Subscription.combine(
            document.projectProperty().subscribe(now -> refresh()),
            document.selectionProperty().subscribe(now -> refresh()),
            document.lock().openNodesProperty().subscribe(now -> refresh()),
            document.repairsFoundProperty().subscribe(answers -> showProspect()),
            run.statusProperty().subscribe(now -> showTroubles()),
            run.runProperty().subscribe(now -> refresh()),
            numbers::close,
            ridges::close,
            math::close);
  }

  /** @param opened runs whenever another project is opened */
  void onOpening(Runnable opened) {
    document.openingsProperty().subscribe((before, now) -> opened.run());
  }

  public ReadOnlyObjectProperty<Subject> subjectProperty() {
    return subject.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Node>> nodeProperty() {
    return node.getReadOnlyProperty();
  }

  /** Whether the selection has a node that is locked by a step of a lesson. */
  ReadOnlyBooleanProperty lockedProperty() {
    return locked.getReadOnlyProperty();
  }

  /** Form of the only selected node, a new one for each node; null without one. */
  public ReadOnlyObjectProperty<FormModel<Layer>> formProperty() {
    return form.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<NodeFacts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** Problems of the selected nodes, or of the project where nothing is selected, in order of repair. */
  public ReadOnlyObjectProperty<List<Trouble>> troublesProperty() {
    return troubles.getReadOnlyProperty();
  }

  /** Effect of the best repair of the selected node. */
  ReadOnlyObjectProperty<Optional<Prospect>> prospectProperty() {
    return prospect.getReadOnlyProperty();
  }

  /** Whether that repair is still computed. */
  ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  /** Why the last name was refused, or null. */
  public ReadOnlyObjectProperty<Message> nameRefusalProperty() {
    return nameRefusal.getReadOnlyProperty();
  }

  /** Training settings, shown where nothing is selected. */
  public ProjectModel project() {
    return project;
  }

  public SeveralModel several() {
    return several;
  }

  public NumbersModel numbers() {
    return numbers;
  }

  public RidgesModel ridges() {
    return ridges;
  }

  public MathModel math() {
    return math;
  }

  /** Randomization of its settings. */
  public SettingDice dice() {
    return dice;
  }

  /** Renames the selected node or sets {@link #nameRefusalProperty}. Returns whether the input is done. */
  public boolean rename(String typed) {
    String wanted = typed.strip();
    Node selected = node.get().orElseThrow();
    boolean taken = document.network().named(wanted).filter(other -> other.id() != selected.id()).isPresent();
    nameRefusal.set(
        wanted.isEmpty() ? Message.of("inspector.name.empty") : taken ? Message.of("inspector.name.taken", wanted) : null);
    if (nameRefusal.get() != null) {
      return false;
    }
    Message name = Message.of("inspector.edit.rename", selected.name(), wanted);
    document.edit(name, network -> network.with(selected.id(), n -> n.withName(wanted)));
    return true;
  }

  /** Clears the refusal. */
  public void keepName() {
    nameRefusal.set(null);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }

  private void refresh() {
    Network network = document.network();
    Set<Integer> selection = document.selection();
    Optional<Node> selected = document.selectedNode().flatMap(network::find);
    boolean same = selected.isPresent() && node.get().filter(n -> NodeEdits.sameForm(n, selected.get())).isPresent();
    facts.set(selected.map(n -> NodeFacts.of(network, document.analysis(), n, columns())).orElse(NodeFacts.NONE));
    showProspect();
    node.set(selected);
    if (same) {
      form.get().show(document.analysis().layer(selected.get()));
    } else {
      nameRefusal.set(null);
      form.set(selected.map(n -> new NodeEdits(document, n.id()).form(n, document.analysis().layer(n))).orElse(null));
    }
    showTroubles();
    locked.set(selection.stream().flatMap(id -> network.find(id).stream()).anyMatch(document.lock().openNodesProperty().get().negate()));
    subject.set(selection.isEmpty() ? Subject.PROJECT : selected.isPresent() ? Subject.NODE : Subject.SEVERAL);
  }

  private void showProspect() {
    Optional<Node> selected = document.selectedNode().flatMap(document.network()::find);
    prospect.set(selected.flatMap(n -> Prospect.of(document, n)));
    looking.set(selected.flatMap(n -> Prospect.problem(document, n)).filter(problem -> document.repairs(problem).isEmpty()).isPresent());
  }

  /** Names of the data's columns, once loaded. */
  private List<String> columns() {
    Run now = run.runProperty().get();
    return now == null ? List.of() : now.data().dataset().featureNames();
  }

  /** An empty canvas shows no problems. */
  private void showTroubles() {
    troubles.set(document.network().nodes().isEmpty() ? List.of() : selected());
  }

  private List<Trouble> selected() {
    List<Trouble> all = new ArrayList<>();
    document.problemsProperty().get().forEach(problem -> all.add(Trouble.of(document.network(), problem)));
    Status status = run.statusProperty().get();
    if (document.ready()) {
      status.reason().ifPresent(reason -> all.add(Trouble.of(status, reason)));
    }
    Set<Integer> selection = document.selection();
    all.removeIf(trouble -> !selection.isEmpty() && !selection.contains(trouble.node()));
    return List.copyOf(all);
  }
}
