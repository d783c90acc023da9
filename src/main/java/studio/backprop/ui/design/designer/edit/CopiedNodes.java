package studio.backprop.ui.design.designer.edit;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.network.Network;

/** What was copied last. The windows of the program share one, so that a network can be carried from one to another. */
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
