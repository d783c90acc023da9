package studio.backprop.ui.design.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.setting.Form;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.form.FormModel;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Changes a shared setting of several nodes in one edit. */
final class SeveralEdits implements FormModel.Edits<Layer> {
  private final DocumentModel document;
  private final List<Integer> nodes;

  /** @param nodes the first is the one whose values are shown */
  SeveralEdits(DocumentModel document, List<Integer> nodes) {
    this.document = document;
    this.nodes = List.copyOf(nodes);
  }

  /** Settings common to all these layer types: same name and value type. {@code trainable} is left to buttons. */
  static List<Setting> shared(List<LayerType> types) {
    return types.get(0).settings().stream().filter(setting -> !setting.name().equals(SeveralModel.TRAINABLE))
        .filter(setting -> types.stream().allMatch(type -> of(type, setting).isPresent())).toList();
  }

  private static Optional<Setting> of(LayerType type, Setting setting) {
    return type.settings().stream()
        .filter(other -> other.name().equals(setting.name()) && other.kind() == setting.kind() && other.choices().equals(setting.choices()))
            .findFirst();
  }

  static boolean differs(List<Node> nodes, Setting setting) {
    return nodes.stream().map(node -> value(node, setting)).distinct().count() > 1;
  }

  private static Object value(Node node, Setting setting) {
    return node.type().form().value(node.layer(), of(node.type(), setting).orElseThrow());
  }

  @Override
  public void change(Setting setting, String merge, UnaryOperator<Layer> change) {
    Node first = document.network().node(nodes.get(0));
    Object wanted = first.type().form().value(change.apply(first.layer()), setting);
    document.edit(Message.of("inspector.edit.setting.all", setting.title(), nodes.size()), merge, network -> {
      Network changed = network;
      for (int id : nodes) {
        changed = changed.with(id, node -> node.withLayer(with(node, setting, wanted)));
      }
      return changed;
    });
  }

  /** A node that does not accept the value stays unchanged. */
  private static Layer with(Node node, Setting setting, Object wanted) {
    Setting own = of(node.type(), setting).orElseThrow();
    Form<Layer> form = node.type().form();
    return own.problem(wanted).isPresent() ? node.layer() : NodeEdits.suited(node.layer(), form.with(node.layer(), own, wanted));
  }

  @Override
  public void settle() {
    document.settle();
  }
}
