package studio.backprop.ui.inspector;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongBiFunction;
import javafx.beans.value.ObservableValue;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.setting.Form;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;
import studio.backprop.ui.document.DocumentModel;

/** What can be said of several nodes together, and done to all of them at once. */
public final class SeveralModel {
  private static final String TRAINABLE = "trainable";

  private final DocumentModel document;
  /** One for all who ask: a mapped value tells of its next change only to those who have read this one. */
  private final ObservableValue<Integer> count;

  SeveralModel(DocumentModel document) {
    this.document = document;
    this.count = document.selectionProperty().map(Set::size);
  }

  public ObservableValue<Integer> countProperty() {
    return count;
  }

  public ObservableValue<Long> parametersProperty() {
    return document.selectionProperty().map(s -> sum(Analysis::parameterCount));
  }

  public ObservableValue<Long> flopsProperty() {
    return document.selectionProperty().map(s -> sum(Analysis::flops));
  }

  /** Whether any of them learns weights, or could. */
  public ObservableValue<Boolean> learnsProperty() {
    return document.selectionProperty().map(s -> nodes().stream().anyMatch(n -> trainable(n.layer()).isPresent()));
  }

  public void delete() {
    List<Integer> ids = List.copyOf(document.selection());
    document.edit(Message.of("inspector.edit.delete", ids.size()), network -> network.remove(ids));
  }

  /** Lets all of them learn, or keeps the weights of all as they are. */
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
