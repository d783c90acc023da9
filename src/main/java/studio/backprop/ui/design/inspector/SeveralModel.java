package studio.backprop.ui.design.inspector;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongBiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.setting.Form;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.form.FormModel;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Model of a selection of several nodes. */
public final class SeveralModel {
  static final String TRAINABLE = "trainable";

  private final DocumentModel document;
  /** One instance for all readers: a mapped value notifies only after it was read. */
  private final ObservableValue<Integer> count;
  private final ReadOnlyObjectWrapper<FormModel<Layer>> form = new ReadOnlyObjectWrapper<>(this, "form");
  private final ReadOnlyObjectWrapper<List<Setting>> differing = new ReadOnlyObjectWrapper<>(this, "differing", List.of());
  /** Nodes that the form was made for. */
  private List<Object> forms = List.of();

  SeveralModel(DocumentModel document) {
    this.document = document;
    this.count = document.selectionProperty().map(Set::size);
    document.selectionProperty().subscribe(selection -> follow());
    document.projectProperty().subscribe(project -> follow());
  }

  public ObservableValue<Integer> countProperty() {
    return count;
  }

  /** Form of the settings common to all; null while there are none. Values are those of the first node. */
  public ReadOnlyObjectProperty<FormModel<Layer>> formProperty() {
    return form.getReadOnlyProperty();
  }

  /** Common settings in which the nodes differ. */
  public ReadOnlyObjectProperty<List<Setting>> differingProperty() {
    return differing.getReadOnlyProperty();
  }

  private void follow() {
    List<Node> nodes = nodes();
    if (nodes.size() < 2) {
      forms = List.of();
      form.set(null);
      return;
    }
    List<Setting> shared = SeveralEdits.shared(nodes.stream().map(Node::type).distinct().toList());
    List<Object> now = List.of(nodes.stream().map(Node::id).toList(), nodes.stream().map(node -> node.type().id()).toList());
    if (!now.equals(forms)) {
      forms = now;
      Node first = nodes.get(0);
      SeveralEdits edits = new SeveralEdits(document, nodes.stream().map(Node::id).toList());
      form.set(shared.isEmpty() ? null : new FormModel<>(first.type().form(), "nodes-" + document.selection(), first.layer(), edits)
          .only(shared));
    } else if (form.get() != null) {
      form.get().show(nodes.get(0).layer());
    }
    differing.set(shared.stream().filter(setting -> SeveralEdits.differs(nodes, setting)).toList());
  }

  public ObservableValue<Long> parametersProperty() {
    return document.selectionProperty().map(s -> sum(Analysis::parameterCount));
  }

  public ObservableValue<Long> flopsProperty() {
    return document.selectionProperty().map(s -> sum(Analysis::flops));
  }

  /** Whether any of them has trainable weights, or could. */
  public ObservableValue<Boolean> learnsProperty() {
    return document.selectionProperty().map(s -> nodes().stream().anyMatch(n -> trainable(n.layer()).isPresent()));
  }

  public void delete() {
    List<Integer> ids = List.copyOf(document.selection());
    document.edit(Message.of("inspector.edit.delete", ids.size()), network -> network.remove(ids));
  }

  /** Freezes or unfreezes the weights of all. */
  public void setTrainable(boolean on) {
    List<Node> nodes = nodes();
    Message name = Message.of(on ? "inspector.edit.thaw" : "inspector.edit.freeze", nodes.size());
    document.edit(name, network -> {
      Network changed = network;
      for (Node node : nodes) {
        changed = changed.with(node.id(), n -> n.withLayer(with(n.layer(), on)));
      }
      return changed;
    });
  }

  private static Layer with(Layer layer, boolean on) {
    Form<Layer> form = LayerCatalog.typeOf(layer).form();
    return trainable(layer).map(setting -> form.with(layer, setting, on)).orElse(layer);
  }

  private static Optional<Setting> trainable(Layer layer) {
    return LayerCatalog.typeOf(layer).settings().stream().filter(s -> s.name().equals(TRAINABLE)).findFirst();
  }

  private List<Node> nodes() {
    return document.selection().stream().flatMap(id -> document.network().find(id).stream()).toList();
  }

  private long sum(ToLongBiFunction<Analysis, Node> count) {
    return nodes().stream().mapToLong(node -> count.applyAsLong(document.analysis(), node)).sum();
  }
}
