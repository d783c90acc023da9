package studio.backprop.ui.design.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.OptimizerType;
import studio.backprop.project.Adversarial;
import studio.backprop.project.Agent;
import studio.backprop.project.GanObjective;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.setting.Setting;
import studio.backprop.text.Formulas;
import studio.backprop.text.Message;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Formulas of the selected layers and of the functions in their settings; of the optimizer's update where nothing is selected. */
public final class MathModel implements AutoCloseable {
  /**
   * @param help one sentence about it; empty where the title suffices
   */
  public record Entry(Message title, Optional<Message> help, String latex) {}

  private final ReadOnlyObjectWrapper<List<Entry>> entries = new ReadOnlyObjectWrapper<>(this, "entries", List.of());
  private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
  private final DocumentModel document;
  private final ProjectModel project;
  private final Subscription subscriptions;

  MathModel(DocumentModel document, ProjectModel project) {
    this.document = document;
    this.project = project;
    subscriptions =
        Subscription.combine(
            document.projectProperty().subscribe(now -> refresh()),
            document.selectionProperty().subscribe(now -> refresh()),
            watched.subscribe(on -> refresh()));
  }

  /** Formulas; empty while hidden. */
  public ReadOnlyObjectProperty<List<Entry>> entriesProperty() {
    return entries.getReadOnlyProperty();
  }

  /** Whether they are shown. */
  public BooleanProperty watchedProperty() {
    return watched;
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }

  private void refresh() {
    entries.set(watched.get() ? computed() : List.of());
  }

  private List<Entry> computed() {
    Network network = document.network();
    List<Node> selected = document.selection().stream().sorted().map(network::find).flatMap(Optional::stream).toList();
    Stream<Entry> all = selected.isEmpty() ? training() : selected.stream().flatMap(MathModel::of);
    return all.filter(Objects::nonNull).distinct().toList();
  }

  private Stream<Entry> training() {
    OptimizerType optimizer = OptimizerCatalog.typeOf(document.projectProperty().get().training().optimizer());
    String step = document.projectProperty().get().training().optimizer().formula();
    RecordKind<?> schedule = project.schedule().variantProperty().get();
    Entry loss = project.lossProperty().getValue().map(title -> entry(title, Optional.empty())).orElse(null);
    Entry method = document.projectProperty().get().assignment() instanceof Agent agent
        ? entry(MethodCatalog.typeOf(agent.method()).title(), Optional.of(MethodCatalog.typeOf(agent.method()).help())) : null;
    List<Entry> objectives = document.projectProperty().get().assignment() instanceof Adversarial both
        ? objectives(both.settings().objective()) : Stream.of(method, loss).filter(Objects::nonNull).toList();
    return Stream.concat(objectives.stream(), Stream.of(
        new Entry(optimizer.title(), Optional.of(optimizer.help()), step),
        entry(schedule.title(), Optional.of(schedule.help()))));
  }

  /** Loss functions of generator and discriminator. */
  private static List<Entry> objectives(GanObjective objective) {
    String ofDiscriminator = objective == GanObjective.LEAST_SQUARES ? "adversarial.math.discriminator.squares"
        : "adversarial.math.discriminator";
    return List.of(entry(Message.of(ofDiscriminator), Optional.of(Message.of("adversarial.math.discriminator.help"))),
        entry(Message.of("adversarial.math.generator." + objective.name().toLowerCase(Locale.ROOT)),
            Optional.of(Message.of("adversarial.math.generator.help"))));
  }

  /** Layer, followed by the functions of its settings. */
  private static Stream<Entry> of(Node node) {
    LayerType type = node.type();
    List<Entry> found = new ArrayList<>();
    found.add(new Entry(type.title(), Optional.of(type.help()), node.layer().formula()));
    for (Setting setting : type.settings()) {
      if (setting.kind() == Setting.Kind.CHOICE && type.form().applies(node.layer(), setting)) {
        found.add(entry(Setting.choiceTitle(type.form().value(node.layer(), setting)), Optional.empty()));
      }
    }
    return found.stream();
  }

  /** Null where there is no formula. */
  private static Entry entry(Message title, Optional<Message> help) {
    return Formulas.of(title).map(latex -> new Entry(title, help, latex)).orElse(null);
  }
}
