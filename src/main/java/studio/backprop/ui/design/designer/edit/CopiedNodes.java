package studio.backprop.ui.design.designer.edit;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.network.Network;

/** Clipboard of nodes, shared by all windows of the program. */
public final class CopiedNodes {
  private final ReadOnlyObjectWrapper<Network> network = new ReadOnlyObjectWrapper<>(this, "network", Network.EMPTY);

  /** Nodes with their wires and notes; empty before the first copy. */
  ReadOnlyObjectProperty<Network> networkProperty() {
    return network.getReadOnlyProperty();
  }

  Network network() {
    return network.get();
  }

  void set(Network copied) {
    network.set(copied);
  }
}
