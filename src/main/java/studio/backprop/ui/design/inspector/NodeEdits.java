package studio.backprop.ui.design.inspector;

import java.util.function.UnaryOperator;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Node;
import studio.backprop.setting.Setting;
import studio.backprop.tensor.Init;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.form.FormModel;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Edits of one node's settings. */
final class NodeEdits implements FormModel.Edits<Layer> {
  private final DocumentModel document;
  private final int node;

  NodeEdits(DocumentModel document, int node) {
    this.document = document;
    this.node = node;
  }

  /** @param shown the layer with its axes named */
  FormModel<Layer> form(Node first, Layer shown) {
    return new FormModel<>(first.type().form(), "node-" + node, shown, this);
  }

  /** Whether the form of one node can show another. */
  static boolean sameForm(Node a, Node b) {
    return a.id() == b.id() && a.type().equals(b.type());
  }

  @Override
  public void change(Setting setting, String merge, UnaryOperator<Layer> change) {
    Message name = Message.of("inspector.edit.setting", setting.title(), document.network().node(node).name());
    document.edit(name, merge, network -> network.with(node, n -> n.withLayer(suited(n.layer(), change.apply(n.layer())))));
  }

  @Override
  public void settle() {
    document.settle();
  }

  /** A default initializer of the old activation becomes the default of the new one; any other stays. */
  static Layer suited(Layer before, Layer after) {
    LayerType type = LayerCatalog.typeOf(before);
    Init wasSuited = null;
    Init suits = null;
    Setting init = null;
    for (Setting setting : type.settings()) {
      if (type.form().value(before, setting) instanceof Activation old && type.form().value(after, setting) instanceof Activation now) {
        wasSuited = old.suitedInit();
        suits = now.suitedInit();
      } else if (setting.kind() == Setting.Kind.INIT) {
        init = setting;
      }
    }
    boolean follows = init != null && wasSuited != null && type.form().value(before, init).equals(wasSuited);
    return follows && type.form().value(after, init).equals(wasSuited) ? type.form().with(after, init, suits) : after;
  }
}
